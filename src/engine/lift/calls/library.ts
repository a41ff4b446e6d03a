import {
  canonicalName,
  classNamed,
  constantNamed,
  elementTypeNamed,
  FRAMEWORKS,
  functionNamed,
  isModuleBase,
} from '../../frameworks/index';
import type { CallableClass, ElementType, Framework, Spelling } from '../../frameworks/framework';
import type { Memory } from '../modules/memory';
import type { ParameterSpec } from './signature-text';

/** What the libraries' names mean, seen from a loss written in one of them. */
export class Library {
  constructor(
    readonly framework: Framework,
    private readonly memory: Memory,
  ) {}

  /** A name with the aliases of modules and functions resolved: `tensorflow.keras.backend.mean` → `keras.backend.mean`. */
  canonical(name: string): string {
    return canonicalName(name);
  }

  /** The spelling of a function, or null. */
  function(name: string): Spelling | null {
    return functionNamed(name)?.spelling ?? null;
  }

  /** The spelling of a tensor's method, of the loss's own library first. */
  method(name: string): Spelling | null {
    return this.ofTensor('methods', name);
  }

  /** The spelling of a tensor's attribute. */
  property(name: string): Spelling | null {
    return this.ofTensor('properties', name);
  }

  /** A class whose instances are called, or null. */
  class(name: string): CallableClass | null {
    return classNamed(name)?.callable ?? null;
  }

  /** A number known by name, or null. */
  constant(name: string): number | null {
    return constantNamed(name);
  }

  /** The element type of a name such as `torch.float32` or a string such as `float32`. */
  dtype(name: string): ElementType | null {
    return elementTypeNamed(name);
  }

  /** Whether a class of a library makes its subclasses losses or modules. */
  isBase(name: string): boolean {
    return isModuleBase(name) || this.class(name) !== null;
  }

  /** Whether a dotted name is a function, class, number, element type or base class that is modelled. */
  knows(name: string): boolean {
    const canonical = canonicalName(name);
    return (
      functionNamed(canonical) !== null || this.isBase(canonical) || this.constant(canonical) !== null || this.dtype(canonical) !== null
    );
  }

  /** A parameter list, parsed once. */
  signature(text: string): readonly ParameterSpec[] {
    return this.memory.signature(text);
  }

  private ofTensor(table: 'methods' | 'properties', name: string): Spelling | null {
    const others = this.framework.id === 'python' ? [FRAMEWORKS.numpy, FRAMEWORKS.torch, FRAMEWORKS.tensorflow] : [FRAMEWORKS.numpy];
    for (const framework of [this.framework, ...others]) if (Object.hasOwn(framework[table], name)) return framework[table][name] ?? null;
    return null;
  }
}
