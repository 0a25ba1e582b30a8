import type { Status } from './page-model.ts';

/** What a reviewer reads. */
export const statusNames: Readonly<Record<Status, string>> = {
  unused: 'Unused',
  broad: 'Too broad',
  fault: 'To correct',
  missing: 'Missing',
  undecided: 'Undecided',
  used: 'In use',
  idle: 'Not judged',
};
