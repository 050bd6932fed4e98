// The menu shows the page that is open, however far down it stands.
addEventListener("DOMContentLoaded", () => {
  const menu = document.querySelector(".sidebar-scroll");
  const here = document.querySelector(".sidebar-tree .current-page");
  if (menu && here) {
    const below = here.getBoundingClientRect().top - menu.getBoundingClientRect().top;
    menu.scrollBy({ top: below - menu.clientHeight / 2, behavior: "instant" });
  }
});
