import type { Case } from '../case.ts';
import { grantCases } from './grants.ts';
import { privilegeCases } from './privileges.ts';
import { programCases } from './programs.ts';
import { receiverCases } from './receivers.ts';
import { requestCases } from './requests.ts';
import { requirementCases } from './requirements.ts';
import { stringCases } from './strings.ts';
import { wrapperCases } from './wrappers.ts';

export const cases: readonly Case[] = [
  ...requirementCases, ...wrapperCases, ...receiverCases, ...requestCases, ...grantCases, ...privilegeCases, ...stringCases,
  ...programCases,
];
