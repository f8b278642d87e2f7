#include "layers/shape.h"
#include <stdio.h>

struct shape shape_vector(int c)
{
    return (struct shape){1, 1, 1, c};
}

struct shape shape_sequence(int t, int c)
{
    return (struct shape){2, t, 1, c};
}

struct shape shape_image(int h, int w, int c)
{
    return (struct shape){3, h, w, c};
}

size_t shape_positions(struct shape s)
{
    return (size_t)s.h * (size_t)s.w;
}

size_t shape_size(struct shape s)
{
    return shape_positions(s) * (size_t)s.c;
}

bool shape_equal(struct shape a, struct shape b)
{
    return a.rank == b.rank && a.h == b.h && a.w == b.w && a.c == b.c;
}

void shape_print(char out[48], struct shape s)
{
    if (s.rank == 1)
        snprintf(out, 48, "%d", s.c);
    else if (s.rank == 2)
        snprintf(out, 48, "%dx%d", s.h, s.c);
    else
        snprintf(out, 48, "%dx%dx%d", s.h, s.w, s.c);
}
