/* A bit for each test sample: wrong or right. */
#include "train/mistakes.h"
#include "base/arena.h"
#include <stdlib.h>

size_t mistakes_bytes(int samples)
{
    return ((size_t)samples + 7) / 8;
}

void mistakes_init(struct mistakes *m, int samples)
{
    *m = (struct mistakes){samples, xcalloc(mistakes_bytes(samples) + 1, 1)};
}

void mistakes_clear(struct mistakes *m)
{
    free(m->bit);
    *m = (struct mistakes){0};
}

/* The bit of a sample in its byte. */
static uint8_t mask_of(int sample)
{
    return (uint8_t)(0x80 >> sample % 8);
}

bool mistakes_at(const struct mistakes *m, int sample)
{
    return m->bit[sample / 8] & mask_of(sample);
}

void mistakes_set(struct mistakes *m, int sample, bool wrong)
{
    uint8_t *byte = &m->bit[sample / 8], mask = mask_of(sample);

    *byte = (uint8_t)(wrong ? *byte | mask : *byte & ~mask);
}

int mistakes_count(const struct mistakes *m)
{
    int wrong = 0;

    for (int i = 0; i < m->samples; i++)
        wrong += mistakes_at(m, i);
    return wrong;
}
