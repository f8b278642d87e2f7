"""How every script of this folder writes its files, and with --check compares them with the committed ones."""
import os
import sys
import tempfile

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def difference(a, b):
    """Where two files differ: the names of objects."""
    names = [set(), set()]
    a.visit(names[0].add)
    b.visit(names[1].add)
    out = names[0] ^ names[1]
    for name in names[0] & names[1]:
        same = dict(a[name].attrs) == dict(b[name].attrs)
        if isinstance(a[name], h5py.Dataset):
            p, q = a[name][()], b[name][()]
            same = same and p.shape == q.shape and np.allclose(p, q, rtol=1e-9, atol=1e-9)
        if not same:
            out.add(name)
    return sorted(out)


def compare(name, folder):
    with h5py.File(os.path.join(folder, name)) as a, h5py.File(os.path.join(HERE, name)) as b:
        return [f"{name}: {n} differs" for n in difference(a, b)]


def main(usage, make, *names):
    """Ends the script. make(path, ...) writes the files with these names, one path each."""
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(usage)
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        make(*(os.path.join(folder, name) for name in names))
        if sys.argv[1:]:
            wrong = [line for name in names for line in compare(name, folder)]
            print("\n".join(wrong) or "the committed files hold what this script makes")
            sys.exit(bool(wrong))
        for name in names:
            os.replace(os.path.join(folder, name), os.path.join(HERE, name))
