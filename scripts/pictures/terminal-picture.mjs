/** The colours of a terminal, by the number that selects each. */
const COLOURS = { 90: '#8b949e', 91: '#ff7b72', 93: '#e3b341', 96: '#79c0ff' };
const TEXT = '#e6edf3';
const BACKGROUND = '#0d1117';

// In pixels, at a font size of 14.
const CHARACTER = 8.4;
const LINE = 20;
const MARGIN = 18;

/**
 * What a terminal shows, as an SVG picture. Needs no browser, and no font but a monospaced one: each stretch of text is fitted to its columns.
 *
 * @param {string} output text with the escape sequences that tsc prints: bright colours, reverse video, reset
 * @param {string} title what the picture shows, for whoever cannot see it
 * @returns {string}
 */
export function terminalPicture(output, title) {
  const lines = output.split('\n').map(readStretches);
  const columns = Math.max(...lines.map((stretches) => stretches.reduce((sum, { text }) => sum + text.length, 0)));
  const [width, height] = [Math.ceil(columns * CHARACTER + 2 * MARGIN), lines.length * LINE + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>`,
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="14" xml:space="preserve">',
    ...lines.flatMap((stretches, index) => drawLine(stretches, MARGIN + index * LINE)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The stretches of one line that look alike. No style goes on to the next line. */
function readStretches(line) {
  let [colour, reversed] = [TEXT, false];
  return line.split(/(\u001b\[\d*m)/).flatMap((part) => {
    const code = /^\u001b\[(\d*)m$/.exec(part)?.[1];
    if (code === undefined) {
      return part === '' ? [] : [{ text: part, colour, reversed }];
    }
    reversed = code === '7';
    colour = COLOURS[code] ?? TEXT;
    return [];
  });
}

function drawLine(stretches, top) {
  let column = 0;
  return stretches.flatMap(({ text, colour, reversed }) => {
    const start = column;
    column += text.length;
    const box = reversed
      ? [`<rect x="${left(start)}" y="${top}" width="${round(text.length * CHARACTER)}" height="${LINE}" fill="${TEXT}"/>`]
      : [];
    return [...box, ...drawText(text, start, top + 15, reversed ? BACKGROUND : colour)];
  });
}

/** Spaces at the edges are left out: viewers treat them differently. */
function drawText(text, column, baseline, ink) {
  const seen = text.trim();
  const start = column + text.length - text.trimStart().length;
  const width = round(seen.length * CHARACTER);
  return seen === '' ? [] : [`<text x="${left(start)}" y="${baseline}" textLength="${width}" fill="${ink}">${escape(seen)}</text>`];
}

function left(column) {
  return round(MARGIN + column * CHARACTER);
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
