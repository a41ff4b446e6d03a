/** Functions of Python's `math` that are others put together; integers stay exact below 2**53. */
export const PYTHON_MATH = `
import math


def prod(iterable, start=1):
    total = start
    for value in iterable:
        total = total * value
    return total


def fsum(seq):
    total = 0.0
    for value in seq:
        total = total + value
    return total


def factorial(x):
    if x < 0:
        raise ValueError("factorial() not defined for negative values")
    if x > 18:
        raise NotImplementedError("an integer of more than 53 bits")
    total = 1
    for factor in range(2, x + 1):
        total = total * factor
    return total


def perm(n, k=None):
    if k is None:
        return factorial(n)
    if n < 0 or k < 0:
        raise ValueError("must be a non-negative integer")
    total = 1
    for gap in range(k):
        total = total * (n - gap)
    return total


def comb(n, k):
    if n < 0 or k < 0:
        raise ValueError("must be a non-negative integer")
    if k > n:
        return 0
    total = 1
    for gap in range(min(k, n - k)):
        total = total * (n - gap) // (gap + 1)
    return total


def gcd(*integers):
    result = 0
    for value in integers:
        a, b = result, abs(value)
        while b != 0:
            a, b = b, a % b
        result = a
    return result


def lcm(*integers):
    result = 1
    for value in integers:
        if value == 0:
            return 0
        result = result // gcd(result, value) * abs(value)
    return result


def isqrt(n):
    return int(math.sqrt(n))


def radians(x):
    return x * (math.pi / 180)


def degrees(x):
    return x * (180 / math.pi)


def isclose(a, b, rel_tol=1e-09, abs_tol=0.0):
    if a == b:
        return True
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


def copysign(x, y):
    if y == 0:
        raise NotImplementedError("the sign of a zero")
    return abs(x) * 1.0 if y > 0 else -abs(x) * 1.0


def fmod(x, y):
    size = abs(x) * 1.0 % abs(y)
    return size if x >= 0 else -size


def dist(p, q):
    return math.sqrt(fsum([(a - b) * (a - b) for a, b in zip(p, q)]))
`;
