/** What a library that serves several kinds of arrays asks for: the functions for those at hand, which are NumPy's here. */
export const ARRAY_NAMESPACE = `
import numpy


def array_namespace(*xs, api_version=None, use_compat=None):
    return numpy


def get_namespace(*arrays, remove_none=True, remove_types=None, xp=None):
    return numpy, False


def device(x):
    return "cpu"


def to_device(x, device, stream=None):
    return x


def is_array_api_obj(x):
    return True


def is_numpy_array(x):
    return True
`;
