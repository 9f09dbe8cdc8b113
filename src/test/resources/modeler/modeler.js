// Opens a model in the real bpmn-js modeler with what Camunda Modeler knows of Camunda's attributes, edits it by the
// commands that a person's mouse gives, and saves it as Camunda Modeler does.

const WRITER = { name: 'Camunda Modeler', version: '5.40.0' };

const shapes = all => all.filter(element => !element.waypoints && !element.labelTarget && element.parent
  && !/(Process|Participant)$/.test(element.type));
const ways = all => all.filter(element => element.waypoints && element.type === 'bpmn:SequenceFlow');
const labels = all => all.filter(element => element.labelTarget);
const onBorder = element => element.host;

const EDITS = {
  nothing: () => {},

  // Each shape by itself a little to one side and back by less, so that its ways are laid out anew.
  moveShapes: ({ modeling, all }) => shapes(all).filter(shape => !onBorder(shape)).forEach((shape, place) =>
    modeling.moveElements([shape], { x: 0, y: place % 2 === 0 ? 3 : -3 })),

  moveOneShape: ({ modeling, all }) => modeling.moveElements([shapes(all).find(shape => /Task$/.test(shape.type))
    ?? shapes(all).find(shape => /Activity$/.test(shape.type))], { x: 0, y: 10 }),

  moveAll: ({ modeling, all }) => modeling.moveElements(shapes(all).filter(shape => !onBorder(shape)), { x: 100, y: 60 }),

  dragLabels: ({ modeling, all }) => labels(all).forEach(label => modeling.moveShape(label, { x: 4, y: 2 })),

  bendWay: ({ modeling, all }) => {
    const way = ways(all)[0];
    const first = way.waypoints[0];
    const next = way.waypoints[1];
    const middle = { x: (first.x + next.x) / 2, y: (first.y + next.y) / 2 + 1 };
    modeling.updateWaypoints(way, [first, middle, ...way.waypoints.slice(1)]);
  },

  layoutWays: ({ modeling, all }) => ways(all).forEach(way => modeling.layoutConnection(way)),

  widenShape: ({ modeling, all }) => {
    const shape = shapes(all).find(found => /Task$|Activity$/.test(found.type));
    modeling.resizeShape(shape, { x: shape.x, y: shape.y, width: shape.width + 10, height: shape.height + 4 });
  },

  moveAndUndo: ({ modeler, modeling, all }) => {
    modeling.moveElements(shapes(all).slice(0, 3), { x: 40, y: 0 });
    modeler.get('commandStack').undo();
  },

  rename: ({ modeling, registry }, id, name) => modeling.updateProperties(registry.get(id), { name }),

  changeGroup: ({ modeling, registry }, id, group) =>
    modeling.updateProperties(registry.get(id), { 'camunda:candidateGroups': group }),

  newId: ({ modeling, registry }, id, next) => modeling.updateProperties(registry.get(id), { id: next }),

  // A task between a step and what follows it: appended to the step, and the way on begins at it.
  insertTask: ({ modeling, registry, factory }, step, way, id, name) => {
    const before = registry.get(step);
    const task = factory.createShape({ type: 'bpmn:UserTask', id });
    modeling.appendShape(before, task, { x: before.x + before.width + 30, y: before.y + 200 });
    modeling.updateProperties(task, { name });
    modeling.reconnectStart(registry.get(way), task, { x: task.x + task.width, y: task.y + task.height / 2 });
    modeling.updateProperties(task.incoming[0], { id: `flow_to_${id}` });
  },

  redirect: ({ modeling, registry }, way, step) => {
    const target = registry.get(step);
    modeling.reconnectEnd(registry.get(way), target, { x: target.x, y: target.y + target.height / 2 });
  },

  // What was before the step leads on to what was after it, as when a person presses the delete key.
  remove: ({ modeling, registry }, id) => modeling.removeElements([registry.get(id)]),
};

async function saved(xml, moddle, edit, words) {
  const container = document.createElement('div');
  container.style.cssText = 'width: 1200px; height: 800px';
  document.body.appendChild(container);
  const modeler = new window.BpmnJS({ container, moddleExtensions: { camunda: moddle }, exporter: WRITER });
  try {
    const { warnings } = await modeler.importXML(xml);
    if (warnings.length > 0) {
      throw new Error(`the modeler warns: ${warnings.map(warning => warning.message).join('; ')}`);
    }
    const registry = modeler.get('elementRegistry');
    const context = {
      modeler,
      registry,
      modeling: modeler.get('modeling'),
      factory: modeler.get('elementFactory'),
      all: registry.getAll(),
    };
    EDITS[edit](context, ...words);
    return (await modeler.saveXML({ format: true })).xml;
  } finally {
    modeler.destroy();
    container.remove();
  }
}
