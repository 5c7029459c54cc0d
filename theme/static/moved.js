// Takes what follows the # of an address along to where the page has moved; the refresh of the page would drop it.
"use strict";

if (location.hash) {
  const refresh = document.querySelector('meta[http-equiv="refresh"]').content;
  location.replace(refresh.replace(/^0; url=/, "") + location.hash);
}
