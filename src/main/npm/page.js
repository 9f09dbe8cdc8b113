// Starts the components of GOV.UK Frontend, and helps while somebody types; every page works without it.
import { initAll } from './govuk-frontend.min.js';

// Browsers that cannot open details by style sheet when they print.
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details:not([open])').forEach((details) => {
    details.open = true;
    window.addEventListener('afterprint', () => { details.open = false; }, { once: true });
  });
});

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// The service says after each kept draft which questions the answers have made needless.
document.body.addEventListener('questions', (event) => {
  const hidden = new Set(event.detail.hidden);
  document.querySelectorAll('[data-question]').forEach((question) => {
    question.hidden = hidden.has(question.dataset.question);
  });
});

// What could not be kept is still on the page: say so, and keep trying with the next key that is pressed. What is too
// long for the service stays so, however often it is tried.
['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach((failure) => {
  document.body.addEventListener(failure, (event) => {
    const form = event.target.closest('form[data-lost]');
    const status = document.getElementById('kept');
    if (form && status) {
      status.textContent = event.detail.xhr?.status === 413 ? form.dataset.tooLong : form.dataset.lost;
    }
  });
});

// A set of models is sent as it is: this service takes no other files, and none together with a form.
document.querySelectorAll('form[data-upload]').forEach((form) => {
  form.hidden = false;
  document.querySelectorAll('[data-without-script]').forEach((text) => { text.hidden = true; });
  const refused = form.querySelector('[data-refused]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    refused.hidden = true;
    const file = form.querySelector('input[type=file]').files[0];
    const token = form.querySelector('input[name=_csrf]').value;
    const headers = { 'Content-Type': 'application/zip', 'X-CSRF-TOKEN': token };
    const answer = file && await fetch(form.action, { method: 'POST', headers, body: file });
    if (answer && answer.ok) {
      window.location.assign(await answer.text());
    } else {
      refused.hidden = false;
    }
  });
});
