/** Frames of signals and their spectra. */
export const TENSORFLOW_SIGNAL_TOLD = `
import tensorflow as tf


def frame(signal, frame_length, frame_step, pad_end=False, pad_value=0, axis=-1, name=None):
    if axis != -1 and axis != signal.ndim - 1:
        raise NotImplementedError("frames along another axis than the last")
    length = signal.shape[-1]
    if pad_end:
        count = (length + frame_step - 1) // frame_step
        missing = max(0, (count - 1) * frame_step + frame_length - length)
        signal = tf.pad(signal, [[0, 0]] * (signal.ndim - 1) + [[0, missing]], constant_values=pad_value)
    else:
        count = max(0, 1 + (length - frame_length) // frame_step)
    if count == 0:
        raise ValueError("a signal shorter than a frame")
    places = tf.cast(tf.expand_dims(tf.range(count) * frame_step, 1) + tf.range(frame_length), "int32")
    return tf.gather(signal, places, axis=-1)


def stft(signals, frame_length, frame_step, fft_length=None, window_fn=tf.signal.hann_window, pad_end=False, name=None):
    if fft_length is None:
        fft_length = 1
        while fft_length < frame_length:
            fft_length = fft_length * 2
    frames = frame(signals, frame_length, frame_step, pad_end)
    if window_fn is not None:
        frames = frames * window_fn(frame_length, dtype=frames.dtype)
    return tf.signal.rfft(frames, [fft_length])
`;
