#!/bin/sh
# A double click in macOS: the editor in the browser.
cd "$(dirname "$0")" && exec ./kaiku edit "$@"
