/* What the paths of conv2d share. */
#include "layers/conv/conv2d.h"

int conv2d_parts(int n)
{
    enum { PARTS = 8, SAMPLES = 8 }; /* parts at most; samples in a part at least */

    return n < 2 * SAMPLES ? 1 : n < PARTS * SAMPLES ? n / SAMPLES : PARTS;
}

void conv2d_add_parts(size_t count, double *gradient, int parts, size_t part_bytes)
{
    for (int i = 1; i < parts; i++) {
        const double *other =
            (const double *)(const void *)((char *)gradient + (size_t)i * part_bytes);

        for (size_t j = 0; j < count; j++)
            gradient[j] += other[j];
    }
}

void conv2d_write_gradient(size_t count, const double *gradient, real *dw, bool add)
{
    for (size_t i = 0; i < count; i++)
        dw[i] = (real)(gradient[i] + (add ? dw[i] : 0));
}

void conv2d_turn(const struct kernels *k, const struct conv2d *o, const real *weight, real *turned)
{
    size_t in = (size_t)o->window.c, out = (size_t)o->channels, tap = in * out;

    for (size_t t = 0; t < (size_t)o->k * (size_t)o->k; t++)
        k->transpose(in, out, weight + t * tap, out, turned + t * tap, in);
}
