'use strict';

// Everything that comes from the broker is put in as text, never as markup.
const root = new URL('..', document.baseURI);
const part = id => document.getElementById(id);

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

// Links are absolute, and may name the host a proxy is known by: what counts is the path below this broker.
function pathOf(href) {
  const url = new URL(href, root);
  const inside = url.pathname.startsWith(root.pathname) ? url.pathname.slice(root.pathname.length - 1) : url.pathname;
  return inside + url.search;
}

function filled(template) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = window.prompt(name);
    if (value === null) throw new Error('cancelled');
    return encodeURIComponent(value);
  });
}

function anchorOf(link) {
  const anchor = element('a', link.href);
  if (!link.templated) {
    anchor.href = '#' + pathOf(link.href);
    return anchor;
  }
  anchor.href = '#';
  anchor.addEventListener('click', event => {
    event.preventDefault();
    try { location.hash = pathOf(filled(link.href)); } catch { /* nobody wants it any more */ }
  });
  return anchor;
}

function docOf(relation, curies) {
  const [prefix, name] = relation.split(':', 2);
  const curie = name && curies.find(candidate => candidate.name === prefix);
  if (!curie) return element('code', relation);
  const anchor = element('a', relation);
  anchor.href = new URL('.' + pathOf(curie.href.replace('{rel}', encodeURIComponent(name))), root);
  return anchor;
}

function showLinks(links) {
  const rows = part('links');
  rows.replaceChildren();
  const curies = links.curies || [];
  for (const [relation, value] of Object.entries(links)) {
    if (relation === 'curies') continue;
    for (const link of Array.isArray(value) ? value : [value]) {
      const row = element('tr');
      const cells = [docOf(relation, curies), element('span', link.title || link.name || ''), anchorOf(link)];
      for (const content of cells) row.appendChild(element('td')).appendChild(content);
      rows.appendChild(row);
    }
  }
}

async function show() {
  const path = location.hash.slice(1) || '/';
  part('path').value = path;
  part('status').textContent = '…';
  try {
    const answer = await fetch(new URL('.' + path, root), { headers: { Accept: 'application/hal+json, application/json, text/plain' } });
    const text = await answer.text();
    part('status').textContent = answer.status + ' ' + answer.statusText;
    let body = null;
    try { body = JSON.parse(text); } catch { /* text it is */ }
    showLinks((body && body._links) || {});
    part('body').textContent = body === null ? text : JSON.stringify(body, null, 2);
  } catch (failure) {
    part('status').textContent = 'No answer: ' + failure.message;
  }
}

part('address').addEventListener('submit', event => {
  event.preventDefault();
  location.hash = part('path').value;
});
window.addEventListener('hashchange', show);
show();
