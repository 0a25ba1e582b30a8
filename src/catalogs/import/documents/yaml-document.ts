import type { Event } from 'js-yaml';
import { ImportError } from '../import-error.ts';
import { lineCounter } from '../line-counter.ts';
import { createLineNotes, DEEPEST, DEEPEST_NOTED, type LineNotes, type LocatedDocument } from './located-document.ts';

/**
 * Reads YAML 1.2, with merge keys. Of an alias there is one object however often it is used.
 * @throws ImportError for a syntax error, a key that a mapping has twice, several documents, more than 200 levels or 10,000 aliases
 */
export async function readYamlDocument(text: string): Promise<LocatedDocument> {
  // Only those who import YAML wait for the parser.
  const yaml = await import('js-yaml');
  try {
    const events = yaml.parseEvents(text, { maxDepth: DEEPEST });
    const documents = yaml.constructFromEvents(events, {
      source: text,
      schema: yaml.CORE_SCHEMA.withTags(yaml.mergeTag),
      maxAliases: MOST_ALIASES,
    });
    if (documents.length > 1) {
      throw new ImportError({ message: `has ${documents.length} YAML documents where one is expected` });
    }
    const notes = createLineNotes();
    noteLines(events, text, yaml, notes);
    return { value: documents[0], lineOf: (path) => notes.lineOf(path) };
  } catch (error) {
    if (error instanceof yaml.YAMLException) {
      const line = error.mark === undefined ? {} : { line: error.mark.line + 1 };
      throw new ImportError({ ...line, message: `is not valid YAML: ${error.reason.slice(0, 200)}` });
    }
    throw error;
  }
}

const MOST_ALIASES = 10_000;

type YamlModule = typeof import('js-yaml');

interface Level {
  readonly isMapping: boolean;
  /** Of a mapping: the next node is a key. */
  expectsKey: boolean;
  key: string;
}

/** Follows the events with a stack of what is open, and notes each key of the upper levels. Offsets only grow. */
function noteLines(events: readonly Event[], text: string, { EVENT_ID, getScalarValue }: YamlModule, notes: LineNotes): void {
  const lines = lineCounter(text);
  const levels: Level[] = [];
  const open: ('document' | 'collection')[] = [];
  const passed = (): void => {
    const level = levels.at(-1);
    if (level?.isMapping === true) {
      level.expectsKey = !level.expectsKey;
    }
  };
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      if (open.pop() === 'collection') {
        levels.pop();
        passed();
      }
    } else if (event.type === EVENT_ID.DOCUMENT) {
      open.push('document');
    } else if (event.type === EVENT_ID.SCALAR) {
      const level = levels.at(-1);
      if (level?.isMapping === true && level.expectsKey && levels.length <= DEEPEST_NOTED && levels.every(({ isMapping }) => isMapping)) {
        level.key = getScalarValue(text, event);
        notes.note(levels.map(({ key }) => key), lines(event.valueStart));
      }
      passed();
    } else if (event.type === EVENT_ID.ALIAS) {
      passed();
    } else {
      open.push('collection');
      levels.push({ isMapping: event.type === EVENT_ID.MAPPING, expectsKey: true, key: '' });
    }
  }
}
