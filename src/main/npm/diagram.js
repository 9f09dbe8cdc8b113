// Draws the procedure and marks where the case is. The page says the same in words, also when this fails.
const box = document.getElementById('diagram');
const ids = (name) => (box.dataset[name] ?? '').split(' ').filter(Boolean);
const STEP = 60;
const ARROWS = {
  ArrowLeft: { dx: STEP, dy: 0 },
  ArrowRight: { dx: -STEP, dy: 0 },
  ArrowUp: { dx: 0, dy: STEP },
  ArrowDown: { dx: 0, dy: -STEP },
};

async function draw() {
  const answer = await fetch(box.dataset.drawing);
  if (!answer.ok) {
    throw new Error(`the drawing is not there: ${answer.status}`);
  }
  document.getElementById('drawing').hidden = false;
  // The wheel scrolls the page as everywhere else.
  const viewer = new window.BpmnJS({ container: box, zoomScroll: { enabled: false } });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  mark(viewer, canvas);
  name(canvas);
  move(viewer, canvas);
  show(viewer, canvas);
}

function mark(viewer, canvas) {
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  ids('walked').filter((id) => elements.get(id)).forEach((id) => {
    canvas.addMarker(id, 'dgl-walked');
    if (/Task|Activity/.test(elements.get(id).type)) {
      overlays.add(id, { html: words('dgl-tick', '✓'), position: { top: -12, right: 12 }, show: { minZoom: 0 } });
    }
  });
  ids('open').filter((id) => elements.get(id)).forEach((id) => {
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

function name(canvas) {
  const svg = canvas.getContainer().querySelector('svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', box.dataset.label);
  svg.setAttribute('aria-describedby', 'drawing-help');
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
function place(viewer) {
  const shapes = [...ids('open'), ...ids('walked').reverse()].map((id) => viewer.get('elementRegistry').get(id));
  return shapes.find((shape) => shape && !shape.waypoints);
}

function here(viewer, canvas) {
  const step = place(viewer);
  canvas.zoom(1);
  const view = canvas.viewbox();
  canvas.viewbox({
    ...view,
    x: step.x + step.width / 2 - view.width / 2,
    y: step.y + step.height / 2 - view.height / 2,
  });
}

function move(viewer, canvas) {
  const views = {
    whole: () => whole(canvas),
    here: () => here(viewer, canvas),
    closer: () => canvas.zoom(canvas.zoom() * 1.25),
    farther: () => canvas.zoom(canvas.zoom() / 1.25),
  };
  document.querySelectorAll('[data-view]').forEach((button) => button.addEventListener('click', views[button.dataset.view]));
  window.addEventListener('beforeprint', views.whole);
}

// What would be too small to read begins where the case is.
function show(viewer, canvas) {
  whole(canvas);
  if (canvas.zoom() < 0.5 && place(viewer)) {
    here(viewer, canvas);
  }
}

draw().catch((failure) => {
  document.getElementById('drawing').hidden = true;
  document.getElementById('drawing-failed').hidden = false;
  console.error(failure);
});
