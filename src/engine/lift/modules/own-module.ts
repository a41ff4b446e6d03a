import type { PyModule } from '../../syntax/python/node';
import type { Machine } from '../machine';
import type { ModuleModel } from '../values/value';
import { moduleModel } from './workspace';

/** The file under analysis; what is looked up in it is noted. */
export function ownModule({ journal, memory, reliance }: Machine, module: PyModule): ModuleModel {
  const model = moduleModel(journal, memory, module, null, '');
  return { ...model, definitions: reliance.noting(model.definitions) };
}
