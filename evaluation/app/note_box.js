// A box that loses nothing: every key is copied into this browser's storage, a pause tells the server,
// and only a save forgets it. `data.place` names the person, the prototype and the box; `data.beside` are the
// choices kept with the text, which do not count until the server has heard (`data.heard`) what was kept.
const PAUSE = 800; // milliseconds after the last key

const freshKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("-");

// Storage may be refused (private windows): then nothing is kept, and nothing is said to be.
function kept(place) {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function keep(place, draft) {
  try {
    if (draft.text || draft.beside) localStorage.setItem(place, JSON.stringify(draft));
    else localStorage.removeItem(place);
    return Boolean(draft.text);
  } catch {
    return false;
  }
}

// Going to another page: told now, the server would answer with this one again. The copy here is enough.
const leadsAway = (event) => Boolean((event?.relatedTarget ?? event?.target)?.closest?.("a"));

function open(root, data) {
  const box = root.querySelector("textarea");
  const place = `draft:${data.place}`;
  const listening = new AbortController();
  const before = kept(place);
  const note = { draft: before ?? { key: data.start ? freshKey() : "", text: data.start }, send: null, beside: before?.beside ?? "" };
  let isKept = Boolean(before?.text);
  let timer = 0;

  // Each text has its own key: one saved twice is one note, and one typed on during a save stays.
  const write = (text) => {
    note.draft = { key: freshKey(), text, beside: note.beside };
    isKept = keep(place, note.draft);
    clearTimeout(timer);
    timer = setTimeout(note.tell, PAUSE);
  };
  const tellIfWaiting = (event) => {
    if (timer && !leadsAway(event)) note.tell();
  };
  note.say = () => {
    clearTimeout(timer);
    timer = 0;
    root.querySelector("output").textContent = isKept ? data.kept : "";
  };
  note.tell = () => {
    note.say();
    note.send(note.draft);
  };
  note.forget = (saved) => {
    if (!saved || saved !== note.draft.key) return;
    box.value = "";
    write("");
    note.say(); // and tell nobody: a run more would take away what the page says of the save
  };
  note.keepBeside = (beside, heard) => {
    if ((before && !heard) || beside === note.beside) return;
    note.beside = beside;
    note.draft = { key: note.draft.key || freshKey(), text: note.draft.text, beside };
    isKept = keep(place, note.draft);
  };
  note.close = () => {
    clearTimeout(timer);
    listening.abort();
  };

  root.querySelector("label").textContent = data.label;
  root.querySelector("p").textContent = data.hint;
  box.value = note.draft.text;
  for (const part of root.querySelectorAll("label, textarea, output")) part.classList.toggle("short", data.isShort);
  const { signal } = listening;
  box.addEventListener("input", () => write(box.value), { signal });
  box.addEventListener("blur", tellIfWaiting, { signal });
  // A tap beside the box does not take the focus away on every phone, so a pointer counts as leaving it.
  document.addEventListener("pointerdown", tellIfWaiting, { signal, capture: true });
  document.addEventListener("visibilitychange", tellIfWaiting, { signal });
  window.addEventListener("pagehide", tellIfWaiting, { signal });
  return note;
}

// Streamlit calls this again with each new `data`; the box is opened once.
export default function ({ data, parentElement, setStateValue }) {
  const isNew = !parentElement.note;
  const note = (parentElement.note ??= open(parentElement, data));
  note.send = (draft) => setStateValue("draft", draft);
  if (isNew && (note.draft.text || note.beside)) note.tell();
  note.forget(data.saved);
  note.keepBeside(data.beside, data.heard);
  return () => {
    note.close();
    delete parentElement.note;
  };
}
