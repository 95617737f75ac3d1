import {
  type Edition,
  type Generation,
  isGeneration,
  PAGE_GENERATION,
} from '#src/domain/core/context.ts';
import { ownName } from '../base-path.ts';

/** A target, and the project and instance there. */
export interface Where {
  readonly targetId: string;
  /** 32 hexadecimal digits. The configuration of a target can set it. */
  readonly projectId: string;
  readonly edition: Edition;
  /** Sent with the platinum edition only. */
  readonly instanceId: string;
}

/** The part of the session that the browser stores. */
export interface SavedPlace extends Where {
  /** The API generation of the fields that the page offers and validates. Not part of any request. */
  readonly generation: Generation;
}

/** Lower case, as the service writes project IDs. */
export const PROJECT_ID = /^[0-9a-f]{32}$/;

const STORED_AS = ownName('ief-builder.session');

const initial: SavedPlace = {
  targetId: 'mock',
  // The project in the example of the API page. Any project is a tenant of the mock.
  projectId: '05e1aef9040010e22fccc009adecb056',
  edition: 'professional',
  generation: PAGE_GENERATION,
  instanceId: '',
};

/** Stores the place, but nothing else of the session. */
export function savePlace(session: SavedPlace): void {
  const { targetId, projectId, edition, generation, instanceId } = session;
  const place: SavedPlace = { targetId, projectId, edition, generation, instanceId };
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(place));
  } catch {
    // The browser refuses storage (private window, policy): the next visit starts with the mock.
  }
}

/** The place of the last visit; the mock if there is none or if it is invalid. */
export function restorePlace(): SavedPlace {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return initial;
    const text = (key: keyof SavedPlace) => {
      const value: unknown = Reflect.get(stored, key);
      return typeof value === 'string' ? value : initial[key];
    };
    const generation = text('generation');
    return {
      targetId: text('targetId'),
      projectId: text('projectId'),
      edition: text('edition') === 'platinum' ? 'platinum' : 'professional',
      generation: isGeneration(generation) ? generation : PAGE_GENERATION,
      instanceId: text('instanceId'),
    };
  } catch {
    return initial;
  }
}
