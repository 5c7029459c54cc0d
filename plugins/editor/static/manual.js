// The CMS would start by itself as soon as it is loaded; start.js does that when everything is ready.
window.CMS_MANUAL_INIT = true;
