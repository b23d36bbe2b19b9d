// Files can be dropped anywhere on the page of corrections, and its progress is looked at again. All of it works
// without this script too: by the button, and by the link "Look again".
const zone = document.getElementById("dropzone");
const files = document.getElementById("files");
const work = document.getElementById("work");

if (zone && files) {
  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("is-over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) zone.classList.remove("is-over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      files.files = event.dataTransfer.files;
      zone.requestSubmit();
    }
  });
}

async function look() {
  const answer = await fetch("/edit/work.json", { cache: "no-store" });
  const now = await answer.json();
  if (!now.is_running) {
    location.assign("/edit");
    return;
  }
  const stage = work.querySelector(".stage");
  if (stage && now.stage) stage.textContent = now.total ? `${now.stage}: ${now.done} / ${now.total}` : now.stage;
  setTimeout(look, 1000);
}

if (work && work.hasAttribute("data-running")) setTimeout(look, 1000);
