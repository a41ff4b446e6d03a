'use strict';

const { appendFileSync } = require('node:fs');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const OFF = LEVELS.length;

/** The part of a spdlog logger that VS Code calls. Lines are written at once, so there is nothing to flush. */
class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  #plain = false;

  constructor(_name, file) {
    this.#file = file;
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  clearFormatters() {
    this.#plain = true;
  }

  setPattern() {}
  flush() {}
  drop() {}

  log(level, text) {
    if (level < this.#level || this.#level >= OFF) return;
    const line = this.#plain ? text : `${new Date().toISOString()} [${LEVELS[level]}] ${text}\n`;
    try {
      appendFileSync(this.#file, line);
    } catch {
      // The log folder is removed while the server is still shutting down.
    }
  }
}

for (const [level, method] of LEVELS.entries()) {
  Logger.prototype[method] = function write(text) {
    this.log(level, text);
  };
}

const create = async (name, file) => new Logger(name, file);
const nothing = () => {};

// One by one: VS Code imports these names from an ES module, which sees only exports written like this.
exports.Logger = Logger;
exports.version = 11100;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
