'use strict';

exports.start = function start() {};

exports.exit = function exit(code) {
  process.exit(code);
};
