const [width, height] = [720, 380];
const area = { left: 56, top: 44, right: 500, bottom: 330 };
/** Told apart without colour, too: each has dashes of its own, and its name stands at its end. */
const strokes = [
  ['#6e7781', ''], ['#0969da', ''], ['#6e7781', '6 4'], ['#0969da', '6 4'], ['#cf222e', ''], ['#8250df', '2 3'],
];

/**
 * A chart of lines over points whose distance on the axis is that of their logarithms.
 *
 * @param {{ title: string, points: readonly number[], lines: Readonly<Record<string, readonly number[]>> }} chart `lines`: by name, a value in seconds for each point
 * @returns {string} SVG, readable on light and dark pages
 */
export function lineChart({ title, points, lines }) {
  const [least, most] = [Math.log(points[0]), Math.log(points.at(-1))];
  const top = niceMaximum(Math.max(...Object.values(lines).flat()));
  const x = (point) => area.left + ((Math.log(point) - least) / (most - least || 1)) * (area.right - area.left);
  const y = (value) => area.bottom - (value / top) * (area.bottom - area.top);
  const grid = Array.from({ length: 5 }, (_, index) => (top / 4) * index).flatMap((value) => [
    `<line x1="${area.left}" x2="${area.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#d0d7de"/>`,
    `<text x="${area.left - 8}" y="${round(y(value) + 4)}" text-anchor="end">${round(value)} s</text>`,
  ]);
  const ticks = points.map((point) => `<text x="${round(x(point))}" y="${area.bottom + 20}" text-anchor="middle">${point.toLocaleString('en')}</text>`);
  const names = Object.keys(lines);
  const ends = spread(names.map((name) => y(lines[name].at(-1))), 16);
  const drawn = names.flatMap((name, index) => {
    const [colour, dashes] = strokes[index % strokes.length];
    const path = points.map((point, at) => `${round(x(point))},${round(y(lines[name][at]))}`).join(' ');
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/>`,
      `<text x="${area.right + 10}" y="${round(ends[index] + 4)}" fill="${colour}">${escape(name.replaceAll('`', ''))}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}" `
      + 'font-family="system-ui, sans-serif" font-size="12" fill="#57606a">',
    `<rect width="${width}" height="${height}" rx="6" fill="#ffffff" stroke="#d0d7de"/>`,
    `<text x="${area.left}" y="26" font-size="14" fill="#24292f">${escape(title)}</text>`,
    ...grid, ...ticks, ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** The next number of which a quarter is easy to read. */
function niceMaximum(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 6, 8, 10].map((factor) => factor * power).find((candidate) => candidate >= value);
}

/** Moves heights apart that are closer than a line of text, the lowest first. */
function spread(heights, distance) {
  const order = heights.map((_, index) => index).sort((left, right) => heights[right] - heights[left]);
  const moved = [...heights];
  order.forEach((index, position) => {
    const below = position === 0 ? Infinity : moved[order[position - 1]];
    moved[index] = Math.min(heights[index], below - distance);
  });
  return moved;
}

function round(value) {
  return Math.round(value * 100) / 100;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
