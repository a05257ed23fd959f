// The document leaves the prefix of the panel's admin routes open. This asks for it, keeps it in this browser and fills it in.
(() => {
  'use strict';

  const storageKey = 'vpspanel.adminPrefix';
  const parameter = 'adminPrefix';
  const shape = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;
  let published = null;

  const storedPrefix = () => {
    const prefix = localStorage.getItem(storageKey) ?? '';
    return shape.test(prefix) ? prefix : '';
  };

  const isPrefix = declared => declared.name === parameter || declared.$ref === `#/components/parameters/${parameter}`;

  const filled = text => {
    const prefix = storedPrefix();
    if (!prefix) {
      return text;
    }

    const document = JSON.parse(text);
    document.paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [
      path.replace(`{${parameter}}`, prefix),
      { ...item, parameters: (item.parameters ?? []).filter(declared => !isPrefix(declared)) },
    ]));
    return JSON.stringify(document);
  };

  const fillIn = () => ({
    statePlugins: {
      spec: {
        wrapActions: {
          updateSpec: update => text => {
            published = text;
            return update(filled(text));
          },
        },
      },
    },
  });

  const drawField = () => {
    const form = document.createElement('form');
    form.className = 'admin-prefix';
    form.innerHTML = `
      <label for="admin-prefix">Prefix of the panel's admin routes, <code>/api/v1/{adminPrefix}</code></label>
      <input id="admin-prefix" autocomplete="off" spellcheck="false" placeholder="ask your operator">
      <button type="submit">Use</button>
      <output for="admin-prefix"></output>`;
    const [input, said] = [form.querySelector('input'), form.querySelector('output')];
    const tell = () => { said.textContent = storedPrefix() ? 'kept in this browser' : 'not set'; };
    input.value = storedPrefix();
    tell();
    form.addEventListener('submit', event => {
      event.preventDefault();
      const prefix = input.value.trim().replace(/^\/+|\/+$/g, '');
      if (prefix && !shape.test(prefix)) {
        said.textContent = 'letters, digits, - and _ between slashes';
        return;
      }

      localStorage.setItem(storageKey, prefix);
      input.value = prefix;
      tell();
      if (published !== null) {
        window.ui.specActions.updateSpec(published);
      }
    });
    document.body.prepend(form);
  };

  // The page's own script starts the bundle when everything is loaded, hence after this.
  const bundle = window.SwaggerUIBundle;
  window.SwaggerUIBundle = Object.assign(
    options => bundle({ ...options, plugins: [...(options.plugins ?? []), fillIn] }), bundle);
  drawField();
})();
