// The buttons that copy the address of a feed. Without this script they stay hidden, and one click selects an address.
"use strict";

for (const list of document.querySelectorAll(".feed-list")) {
  for (const button of list.querySelectorAll("button[hidden]")) button.hidden = false;

  list.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const address = button.parentElement.querySelector(".feed-address");
    const status = button.parentElement.querySelector("[role=status]");
    for (const other of document.querySelectorAll(".feed-status")) other.textContent = "";
    try {
      await navigator.clipboard.writeText(address.textContent);
      status.textContent = list.dataset.copied;
    } catch {
      getSelection().selectAllChildren(address);
      status.textContent = list.dataset.failed;
    }
  });
}
