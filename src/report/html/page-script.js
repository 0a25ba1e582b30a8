// The script of the page that `oauth-scopes report` writes: filters and sorts what is there. Runs in a browser, without any other file.
(() => {
  const filter = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const boxes = [...document.querySelectorAll('.filter fieldset input')];
  const tables = [...document.querySelectorAll('table.sortable')];
  const collator = new Intl.Collator('en', { numeric: true });

  const texts = new WeakMap();
  /** What a row says, in lower case; of a row in the table of modules its whole path. */
  function textOf(row) {
    let text = texts.get(row);
    if (text === undefined) {
      const directory = row.parentElement.dataset.path;
      text = (directory === undefined ? row.textContent : `${directory}/${row.classList.contains('group') ? '' : row.cells[0].textContent}`).toLowerCase();
      texts.set(row, text);
    }
    return text;
  }

  function show(element, isShown) {
    if (element.hidden === isShown) {
      element.hidden = !isShown;
    }
  }

  /** Words that stand in the head of a group choose all of it. A group of which nothing is left goes with its head. */
  function filterRows(table, words, statuses) {
    let [left, all] = [0, 0];
    for (const body of table.tBodies) {
      const head = table.classList.contains('grouped') ? body.rows[0] : undefined;
      let leftOfBody = 0;
      for (const row of body.rows) {
        if (row !== head) {
          const isLeft = words.every((word) => textOf(row).includes(word) || (head !== undefined && textOf(head).includes(word)))
            && (row.dataset.status === undefined || statuses.has(row.dataset.status));
          show(row, isLeft);
          leftOfBody += isLeft ? 1 : 0;
          all += 1;
        }
      }
      left += leftOfBody;
      show(body, leftOfBody > 0);
    }
    return [left, all];
  }

  /** Words that name scopes choose columns, and the rows with calls in them; others choose rows by their path. */
  function filterMatrix(table, words, statuses) {
    const heads = [...table.tHead.rows[0].cells];
    const allowed = heads.map((head) => head.dataset.status === undefined || statuses.has(head.dataset.status));
    const isNamed = heads.map((head, column) =>
      head.dataset.status !== undefined && allowed[column] && words.length > 0 && words.every((word) => head.textContent.toLowerCase().includes(word)));
    const columns = isNamed.includes(true) ? heads.map((head, column) => isNamed[column] || head.dataset.status === undefined) : allowed;
    const changed = heads.flatMap((head, column) => (head.hidden === columns[column] ? [column] : []));
    for (const row of table.rows) {
      for (const column of changed) {
        row.cells[column].hidden = !columns[column];
      }
    }
    const named = isNamed.flatMap((is, column) => (is ? [column] : []));
    let [left, all] = [0, 0];
    for (const body of table.tBodies) {
      // Where there are too many files, a directory stands alone.
      const modules = body.rows.length === 1 ? [body.rows[0]] : [...body.rows].slice(1);
      const leftOfBody = modules.filter((row) => {
        const isLeft = words.every((word) => textOf(row).includes(word)) || named.some((column) => row.cells[column].textContent !== '');
        show(row, isLeft);
        return isLeft;
      });
      show(body, leftOfBody.length > 0);
      left += leftOfBody.length;
      all += modules.length;
    }
    return [left, all];
  }

  function applyFilter() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const statuses = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const counts = new Map();
    for (const table of tables) {
      const [left, all] = (table.classList.contains('matrix') ? filterMatrix : filterRows)(table, words, statuses);
      const [leftBefore, allBefore] = counts.get(table.dataset.name) ?? [0, 0];
      counts.set(table.dataset.name, [leftBefore + left, allBefore + all]);
    }
    const parts = [...counts].map(([name, [left, all]]) => `${left} of ${all} ${name}`);
    shown.textContent = `Shown: ${parts.join(', ')}.`;
  }

  function keyOf(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  }

  function sortBy(table, column, isAscending) {
    const sign = isAscending ? 1 : -1;
    const sorted = (rows) => rows
      .map((row) => [keyOf(row, column), row])
      .sort(([left], [right]) => sign * collator.compare(left, right))
      .map(([, row]) => row);
    const isGrouped = table.classList.contains('grouped');
    for (const body of table.tBodies) {
      const rows = [...body.rows];
      body.append(...(isGrouped ? [rows[0], ...sorted(rows.slice(1))] : sorted(rows)));
    }
    if (table.classList.contains('matrix')) {
      const groups = new Map([...table.tBodies].map((body) => [body.rows[0], body]));
      table.append(...sorted([...groups.keys()]).map((row) => groups.get(row)));
    }
  }

  /** Counts are most wanted from the largest down, names from A on. */
  function startsDescending(table, column) {
    return table.classList.contains('matrix') ? column > 0 : table.classList.contains('scopes') && column === 4;
  }

  for (const table of tables) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...(head.querySelector(':scope > span')?.childNodes ?? head.childNodes));
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        const isAscending = before === null ? !startsDescending(table, column) : before !== 'ascending';
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending');
        sortBy(table, column, isAscending);
      });
    });
  }

  for (const box of document.querySelectorAll('[data-directories]')) {
    const table = box.closest('section').querySelector('table.matrix');
    box.addEventListener('change', () => table.classList.toggle('directories', box.checked));
    box.closest('.tools').hidden = false;
  }

  const form = filter.form;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', applyFilter);
  applyFilter();
})();
