// Opens a video where its link stands. The reader has pressed play: only now is anything asked of another service.
for (const link of document.querySelectorAll("[data-video]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.className = "video__frame";
    frame.src = `${link.href}?ramme=1`;
    frame.title = link.dataset.video;
    frame.allow = "autoplay; fullscreen; encrypted-media";
    link.replaceWith(frame);
    frame.focus();
  });
}
