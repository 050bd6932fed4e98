// What the theme leaves to do: for who reads the menu, and for keyboards and screen readers.
addEventListener("DOMContentLoaded", () => {
  // The menu shows the page that is open, however far down it stands.
  const menu = document.querySelector(".sidebar-scroll");
  const here = document.querySelector(".sidebar-tree .current-page");
  if (menu && here) {
    const below = here.getBoundingClientRect().top - menu.getBoundingClientRect().top;
    menu.scrollBy({ top: below - menu.clientHeight / 2, behavior: "instant" });
  }

  // What is wider than its box can be scrolled with the keys.
  for (const box of document.querySelectorAll(".highlight pre, .table-wrapper")) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
    }
  }

  // Parts of the page have names and levels.
  for (const caption of document.querySelectorAll(".sidebar-tree .caption")) {
    caption.ariaLevel = "2";
  }
  document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "All pages");
  document.querySelector(".toc-drawer")?.setAttribute("aria-label", "On this page");
});
