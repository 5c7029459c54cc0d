"""What the preview adds to pages on their way to the browser; the files themselves stay as they are built."""

SCRIPT_ADDRESS = "/.kaiku/reload.js"
CHANGE_ADDRESS = "/.kaiku/changed.js"

_TAG = f'<script src="{SCRIPT_ADDRESS}" defer></script></head>'.encode()

# A page's policy allows scripts of its own site and no other requests, so that waiting is a script's loading too.
# It begins after the page has loaded, since a script that waits would keep the page from ever having loaded.
# What somebody fills in on a desk, or is sending, is not taken away by a build.
_SCRIPT = """var filled = false;
function fill(event) {{ filled = filled || (event.target.form || event.target).method === "post"; }}
document.addEventListener("input", fill);
document.addEventListener("submit", fill);
function wait() {{
  if (filled) {{ return; }}
  var script = document.createElement("script");
  script.src = "{address}?build={build}";
  script.onload = function () {{ script.remove(); wait(); }};
  script.onerror = function () {{ script.remove(); setTimeout(wait, 1000); }};
  document.head.append(script);
}}
window.addEventListener("load", function () {{ setTimeout(wait); }});
"""


def with_reloading(html: bytes) -> bytes:
    """Put the script that waits for the next build into a page."""
    return html.replace(b"</head>", _TAG, 1)


def reload_script(build: int) -> bytes:
    """Write the script for pages of a build: it loads the change script again and again."""
    return _SCRIPT.format(address=CHANGE_ADDRESS, build=build).encode()


def change_script(changed: bool) -> bytes:
    """Write what a waiting page is told: to reload, or nothing."""
    return b"if (!filled) { location.reload(); }" if changed else b""
