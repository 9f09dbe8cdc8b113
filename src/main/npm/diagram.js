// Draws procedures that can be moved and zoomed, and marks where the case is. The page says the same in words, also when
// this fails. A part of the page with data-drawn is drawn at once, or when its button is pressed.
const STEP = 60;
const ARROWS = {
  ArrowLeft: { dx: STEP, dy: 0 },
  ArrowRight: { dx: -STEP, dy: 0 },
  ArrowUp: { dx: 0, dy: STEP },
  ArrowDown: { dx: 0, dy: -STEP },
};

// A wide picture begins where the case is and not with what was long ago.
document.querySelectorAll('[data-begin]').forEach((picture) => {
  const step = picture.dataset.begin && picture.querySelector(`[id="${picture.dataset.begin}"]`);
  if (step) {
    const place = step.getBoundingClientRect();
    const box = picture.getBoundingClientRect();
    picture.scrollLeft += place.left + place.width / 2 - box.left - box.width / 2;
  }
});

// Two pictures of one procedure are moved to the side together, so that the same steps stay beside each other.
document.querySelectorAll('[data-beside]').forEach((group) => {
  const pictures = [...group.querySelectorAll('.dgl-drawing')];
  pictures.forEach((picture) => picture.addEventListener('scroll', () => {
    pictures.forEach((other) => { other.scrollLeft = picture.scrollLeft; });
  }));
});

document.querySelectorAll('[data-drawn]').forEach((part) => {
  const button = part.querySelector('[data-move]');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => draw(part), { once: true });
  } else {
    draw(part);
  }
});

// A drawing needs its place on the page before it can be measured.
async function draw(part) {
  try {
    const box = part.querySelector('[data-drawing]');
    const answer = await fetch(box.dataset.drawing);
    if (!answer.ok) {
      throw new Error(`the drawing is not there: ${answer.status}`);
    }
    part.querySelector('[data-moved]').hidden = false;
    // The wheel scrolls the page as everywhere else.
    const viewer = new window.BpmnJS({ container: box, zoomScroll: { enabled: false } });
    await viewer.importXML(await answer.text());
    begin(part, box, viewer);
  } catch (failure) {
    part.querySelector('[data-moved]').hidden = true;
    part.querySelector('[data-failed]').hidden = false;
    console.error(failure);
  }
}

function begin(part, box, viewer) {
  const canvas = viewer.get('canvas');
  mark(box, viewer, canvas);
  name(box, canvas);
  move(part, box, viewer, canvas);
  show(box, viewer, canvas);
  still(part, canvas);
}

// The still picture has done its work, and its button with it.
function still(part, canvas) {
  const pictures = part.querySelectorAll('[data-still]');
  pictures.forEach((picture) => { picture.hidden = true; });
  if (pictures.length > 0) {
    canvas.getContainer().querySelector('svg').focus();
  }
}

function ids(box, list) {
  return (box.dataset[list] ?? '').split(' ').filter(Boolean);
}

function mark(box, viewer, canvas) {
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  ids(box, 'walked').filter((id) => elements.get(id)).forEach((id) => {
    canvas.addMarker(id, 'dgl-walked');
    if (/Task|Activity/.test(elements.get(id).type)) {
      overlays.add(id, { html: words('dgl-tick', '✓'), position: { top: -12, right: 12 }, show: { minZoom: 0 } });
    }
  });
  ids(box, 'open').filter((id) => elements.get(id)).forEach((id) => {
    canvas.addMarker(id, 'dgl-here');
    const label = words('dgl-here-words', box.dataset.here);
    overlays.add(id, { html: label, position: { top: -30, left: -4 }, scale: { min: 1 }, show: { minZoom: 0 } });
  });
}

function words(style, text) {
  const said = document.createElement('strong');
  said.className = style;
  said.textContent = text;
  return said;
}

function name(box, canvas) {
  const svg = canvas.getContainer().querySelector('svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', box.dataset.label);
  svg.setAttribute('aria-describedby', box.dataset.help);
  svg.addEventListener('keydown', (event) => {
    if (ARROWS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      canvas.scroll(ARROWS[event.key]);
    }
  });
}

function whole(canvas) {
  canvas.zoom('fit-viewport', 'auto');
}

// The first step that is open; where nothing is open, the last that was done.
function place(box, viewer) {
  const shapes = [...ids(box, 'open'), ...ids(box, 'walked').reverse()]
    .map((id) => viewer.get('elementRegistry').get(id));
  return shapes.find((shape) => shape && !shape.waypoints);
}

function here(box, viewer, canvas) {
  const step = place(box, viewer);
  canvas.zoom(1);
  const view = canvas.viewbox();
  canvas.viewbox({
    ...view,
    x: step.x + step.width / 2 - view.width / 2,
    y: step.y + step.height / 2 - view.height / 2,
  });
}

function move(part, box, viewer, canvas) {
  const views = {
    whole: () => whole(canvas),
    here: () => here(box, viewer, canvas),
    closer: () => canvas.zoom(canvas.zoom() * 1.25),
    farther: () => canvas.zoom(canvas.zoom() / 1.25),
  };
  part.querySelectorAll('[data-view]').forEach((button) => {
    button.addEventListener('click', views[button.dataset.view]);
  });
  window.addEventListener('beforeprint', views.whole);
}

// What would be too small to read begins where the case is.
function show(box, viewer, canvas) {
  whole(canvas);
  if (canvas.zoom() < 0.5 && place(box, viewer)) {
    here(box, viewer, canvas);
  }
}
