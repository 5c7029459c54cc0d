"""The editor in the browser: forms made from the schemas, and saving that keeps what nobody edited."""

from plugins.editor.plugin import register

__all__ = ["register"]
