// Takes the mark of a block's source link out of the address bar when somebody has followed the link: whoever copies the
// address then copies that of the page, and no other page seems to hold the block.
"use strict";

if (location.hash.startsWith("#kaiku=")) history.replaceState(history.state, "", location.pathname + location.search);
