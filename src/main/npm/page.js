// Starts the components of GOV.UK Frontend; every page works without them.
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
