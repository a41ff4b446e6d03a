'use strict';

const { appendFileSync, writeFileSync } = require('node:fs');
const { format } = require('node:util');
const Mocha = require('mocha');

const { constants } = Mocha.Runner;

/**
 * Mocha's own report (`LOSSWRIGHT_TEST_STYLE`, `dot` or `spec`), which also keeps the counts in the file that
 * `LOSSWRIGHT_TEST_COUNTS` names. They are written after every test, so that a crash loses none; `complete` comes last.
 */
class CountingReporter {
  constructor(runner, options) {
    // In a remote window the console arrives mixed with the workbench's log; the report goes through a file instead.
    const output = process.env.LOSSWRIGHT_TEST_OUTPUT;
    if (output) Mocha.reporters.Base.consoleLog = (...words) => appendFileSync(output, `${format(...words)}\n`);
    const Report = process.env.LOSSWRIGHT_TEST_STYLE === 'dot' ? Mocha.reporters.Dot : Mocha.reporters.Spec;
    this.report = new Report(runner, options);
    const counts = { passed: 0, failed: 0, complete: false };
    const write = () => {
      if (process.env.LOSSWRIGHT_TEST_COUNTS) writeFileSync(process.env.LOSSWRIGHT_TEST_COUNTS, JSON.stringify(counts));
    };
    const count = (event, key) =>
      runner.on(event, () => {
        counts[key] += 1;
        write();
      });
    count(constants.EVENT_TEST_PASS, 'passed');
    count(constants.EVENT_TEST_FAIL, 'failed');
    // Said at once: the summary at the end is lost when the run is cut short.
    runner.on(constants.EVENT_TEST_FAIL, (_test, error) =>
      Mocha.reporters.Base.consoleLog(`       ${String(error.message).split('\n')[0]}`),
    );
    runner.once(constants.EVENT_RUN_END, () => {
      counts.complete = true;
      write();
    });
  }
}

module.exports = CountingReporter;
