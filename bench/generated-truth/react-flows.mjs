/**
 * Ways from where a value is made into what a component of React does with it: like `enclosingFlows`, statements around whatever follows.
 *
 * @type {import('./value-flows.mjs').enclosingFlows}
 */
export const reactFlows = {
  prop: { write: (given) => enterComponent(given, ({ type, value, panel, inner }) => [
    `function ${panel}({ held: ${inner} }: { readonly held: ${type} }) {`, HANDLER, `<${panel} held={${value}} />`,
  ]) },
  propOfObject: { write: (given) => enterComponent(given, ({ type, value, panel, inner }) => [
    `function ${panel}(props: { readonly held: ${type} }) { const ${inner} = props.held;`, HANDLER, `<${panel} {...{ held: ${value} }} />`,
  ]) },
  propHandedOn: { write(given) {
    const outer = given.writer.name('Outer');
    return enterComponent(given, ({ writer, type, value, panel, inner }) => {
      writer.line(`function ${outer}(props: { readonly held: ${type} }) { return <section><${panel} {...props} /></section>; }`);
      return [`function ${panel}({ held: ${inner} }: { readonly held: ${type} }) {`, HANDLER, `<${outer} held={${value}} />`];
    });
  } },
  memoComponent: { write: (given) => enterComponent(given, ({ writer, type, value, panel, inner }) => {
    writer.use('react', 'memo');
    return [`const ${panel} = memo(function Panel({ held: ${inner} }: { readonly held: ${type} }) {`, { ...HANDLER, close: `${HANDLER.close});` }, `<${panel} held={${value}} />`];
  }) },
  childrenFunction: { write: (given) => enterComponent(given, ({ writer, type, value, panel, inner }) => {
    writer.use('react', 'type ReactNode');
    writer.line(`function ${panel}({ children }: { readonly children: (one: ${type}) => ReactNode }) { return <>{children(${value})}</>; }`);
    return [`void <${panel}>{(${inner}) => {`, { ...HANDLER, close: `${HANDLER.close}}</${panel}>;` }];
  }) },
  context: { write: (given) => enterComponent(given, ({ writer, type, value, panel, inner }) => {
    const context = contextOf(writer, type);
    return [
      `function ${panel}() { const ${inner} = ${writer.use('react', 'useContext')}(${context})!;`, HANDLER, `<${context}.Provider value={${value}}><${panel} /></${context}.Provider>`,
    ];
  }) },
  contextWithHook: { write: (given) => enterComponent(given, ({ writer, type, value, panel, inner }) => {
    const [context, hook, provider] = [contextOf(writer, type), writer.name('useHeld'), writer.name('Provider')];
    ['useContext', 'useMemo', 'type ReactNode'].forEach((name) => writer.use('react', name));
    writer.line(`function ${hook}() { const held = useContext(${context}); if (held === null) throw new Error('no provider'); return held; }`);
    writer.line(`function ${provider}({ children }: { readonly children: ReactNode }) { const held = useMemo(() => ${value}, []); return <${context} value={held}>{children}</${context}>; }`);
    return [`function ${panel}() { const ${inner} = ${hook}();`, HANDLER, `<${provider}><${panel} /></${provider}>`];
  }) },
  effect: { write: (given) => enterComponent(given, ({ writer, value, panel, inner }) => {
    ['useMemo', 'useEffect'].forEach((name) => writer.use('react', name));
    return [
      `function ${panel}() { const ${inner} = useMemo(() => ${value}, []);`,
      { open: 'useEffect(() => { const run = async () => {', close: '}; void run(); }, []); return null; }' },
      `<${panel} />`,
    ];
  }) },
  state: { write: (given) => enterComponent(given, ({ writer, value, panel, inner }) => {
    ['useState', 'useCallback'].forEach((name) => writer.use('react', name));
    return [
      `function ${panel}() { const [${inner}] = useState(() => ${value});`,
      { open: 'const run = useCallback(async () => {', close: `}, [${inner}]); return <button onClick={() => void run()} />; }` },
      `<${panel} />`,
    ];
  }) },
  stateSetLater: { write: (given) => enterComponent(given, ({ writer, type, value, panel, inner }) => {
    ['useState', 'useEffect'].forEach((name) => writer.use('react', name));
    return [
      `function ${panel}() { const [state, setState] = useState<${type} | null>(null); useEffect(() => { setState(${value}); }, []);`,
      { ...HANDLER, open: `${HANDLER.open} if (state === null) return; const ${inner} = state;` },
      `<${panel} />`,
    ];
  }) },
  ref: { write: (given) => enterComponent(given, ({ writer, type, value, panel, inner }) => [
    `function ${panel}() { const ref = ${writer.use('react', 'useRef')}<${type} | null>(null); ref.current ??= ${value};`,
    { ...HANDLER, open: `${HANDLER.open} const ${inner} = ref.current!;` },
    `<${panel} />`,
  ]) },
  hook: { write: (given) => enterComponent(given, ({ writer, value, panel, inner }) => {
    const hook = writer.name('useHeld');
    writer.line(`function ${hook}() { return ${writer.use('react', 'useMemo')}(() => ({ held: ${value} }), []); }`);
    return [`function ${panel}() { const { held: ${inner} } = ${hook}();`, HANDLER, `<${panel} />`];
  }) },
};

/** What a component does when it is clicked. */
const HANDLER = { open: 'const run = async () => {', close: '}; return <button onClick={run} />; }' };

function contextOf(writer, type) {
  const context = writer.name('Context');
  writer.line(`const ${context} = ${writer.use('react', 'createContext')}<${type} | null>(null);`);
  return context;
}

/** `lines` gives the head of the component, what stands around the calls in it, and the element that renders it. */
function enterComponent({ writer, type, value }, lines) {
  const [held, panel, inner] = [writer.name('value'), writer.name('Panel'), writer.name('inner')];
  writer.markup();
  writer.line(`const ${held} = ${value};`);
  const [head, { open, close }, element] = lines({ writer, type, value: held, panel, inner });
  writer.line(head);
  writer.open(open, element === undefined ? close : `${close} void ${element};`);
  return inner;
}
