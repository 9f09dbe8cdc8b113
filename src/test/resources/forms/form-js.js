// Lets form-js judge one set of answers: as if a person had opened the form with the facts, filled it in and sent it.

const turn = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 0)));

// form-js works in effects that follow one another: it is done when nothing has moved for a few turns.
const settled = async (form, container) => {
  const picture = () => JSON.stringify([
    form._getState().data,
    form.get('formFieldInstanceRegistry').getAllKeyed().map(instance => instance.valuePath)
  ]);
  let before = null;
  let calm = 0;
  for (let turns = 0; calm < 4; turns++) {
    if (turns > 500) {
      throw new Error(`${thrown} form-js does not come to rest: ${before} ${container.innerHTML.slice(0, 300)}`);
    }
    await turn();
    const now = picture();
    calm = container.querySelector('form') && now === before ? calm + 1 : 0;
    before = now;
  }
};

const at = (tree, path) => path.reduce((found, step) => (found === undefined || found === null ? undefined : found[step]), tree);

const put = (tree, path, value) => {
  let holder = tree;
  path.slice(0, -1).forEach(step => {
    if (holder[step] === null || typeof holder[step] !== 'object') {
      holder[step] = {};
    }
    holder = holder[step];
  });
  holder[path[path.length - 1]] = value;
};

// A person who leaves a field alone leaves it empty; null is what form-js makes empty of every type.
const fill = (components, answers, data, around) => {
  for (const component of components || []) {
    const own = (component.key || component.path || '').split('.').filter(Boolean);
    const path = [ ...around, ...own ];
    const answer = at(answers, path);

    if (component.type === 'dynamiclist') {
      put(data, path, (Array.isArray(answer) ? answer : []).map(() => ({})));
      at(data, path).forEach((_, row) => fill(component.components, answers, data, [ ...path, row ]));
    } else if (component.type === 'group') {
      fill(component.components, answers, data, path);
    } else if (component.key && component.type !== 'expression' && !component.disabled && !component.readonly) {
      // Left alone form-js would fall over a text where a list belongs, if an expression gives the options.
      const unfit = component.valuesExpression && component.type === 'taglist' && !Array.isArray(answer);
      put(data, path, answer === undefined || unfit ? null : answer);
    }
  }
};

const keyOf = path => path.map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('').replace(/^\./, '');

const judge = async ({ schema, facts, answers }) => {
  const container = document.createElement('div');
  document.body.appendChild(container);
  const form = new FormViewer.Form({ container });
  const broken = [];
  form.on('error', event => broken.push(String(event.error)));

  const data = JSON.parse(JSON.stringify(facts));
  fill(schema.components, answers, data, []);

  const { warnings } = await form.importSchema(schema, data);
  form._setState({ initialData: form._getInitializedFieldData(JSON.parse(JSON.stringify(facts))) });
  await settled(form, container);

  const sent = form.submit();
  const errors = [];
  form.get('formFieldInstanceRegistry').getAllKeyed().forEach(instance => {
    const messages = at(sent.errors, [ instance.id, ...Object.values(instance.indexes || {}) ]) || [];
    messages.forEach(message => errors.push({ key: keyOf(instance.valuePath), message }));
  });

  return { form: schema.id, data: sent.data, errors, broken, warnings: warnings.map(String) };
};

const thrown = [];
window.addEventListener('error', event => thrown.push(event.error.stack));
window.addEventListener('unhandledrejection', event => thrown.push(event.reason.stack));

window.judgeAll = async cases => {
  const verdicts = await Promise.all(cases.map(judge));
  if (thrown.length) {
    throw new Error(`form-js threw at one of ${cases.map(asked => asked.schema.id)}: ${thrown}`);
  }
  return verdicts;
};
