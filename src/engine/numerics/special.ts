/** Special functions in double precision, accurate to a few units in the last place. */
export * from './special/erf';
export * from './special/gamma';
export * from './special/normal';
