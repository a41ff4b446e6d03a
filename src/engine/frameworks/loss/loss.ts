import type { Framework } from '../framework';
import { conventions } from './conventions';

/** Mathematical notation of `.loss` files: the ops by their own names, in double precision. */
export const LOSS: Framework = {
  id: 'loss',
  modules: [],
  defaultFormat: 'float64',
  flushesSubnormals: false,
  conventions,
  functions: {},
  methods: {},
  properties: {},
  classes: {},
  bases: [],
  aliases: {},
  synonyms: {},
  constants: {},
  dtypes: {},
  writings: {},
};
