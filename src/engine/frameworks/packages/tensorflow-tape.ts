/** What records for a derivative inside a loss. */
export const TENSORFLOW_TAPE = `


class GradientTape:
    def __init__(self, persistent=False, watch_accessed_variables=True):
        self.persistent = persistent

    def watch(self, tensor):
        return None

    def gradient(self, target, sources, output_gradients=None, unconnected_gradients=None):
        found = tf.__internal__.tape_gradients(target, sources)
        return found if isinstance(sources, (list, tuple)) else found[0]
`;
