// Starts what the pages need of govuk-frontend, on the page as it came and on what htmx swaps in later.
// Without this file every page still works.
import {
  Button,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Tabs,
} from "/lib/govuk-frontend.min.js";

const components = [
  [Button, { preventDoubleClick: true }],
  [ErrorSummary],
  [NotificationBanner],
  [PasswordInput],
  [SkipLink],
  [Tabs],
];

// The element itself where it matches, and all within it.
function within(scope, selector) {
  const found = [...scope.querySelectorAll(selector)];
  if (scope instanceof Element && scope.matches(selector)) found.unshift(scope);
  return found;
}

function start(scope) {
  for (const [Component, config] of components) {
    const name = Component.moduleName;
    for (const element of within(scope, `[data-module~="${name}"]:not([data-${name}-init])`)) {
      try {
        new Component(element, config);
      } catch (error) {
        // One component that cannot start must not stop the others.
        console.warn(error);
      }
    }
  }

  for (const button of within(scope, "[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

// The place is used once, so that a later swap elsewhere does not take the focus back to it.
function moveFocus() {
  const place = document.querySelector("[data-focus-after-swap]");
  if (!place) return;
  place.removeAttribute("data-focus-after-swap");
  if (!place.matches("a[href], button, input, select, textarea, summary, [tabindex]")) place.tabIndex = -1;
  place.focus();
}

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");

for (const place of document.querySelectorAll("[data-focus-after-swap]")) {
  place.removeAttribute("data-focus-after-swap");
}

start(document);
document.body.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) start(event.detail.elt);
});
document.body.addEventListener("htmx:afterSwap", moveFocus);
