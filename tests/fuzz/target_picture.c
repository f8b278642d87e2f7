/* Pictures of a user's own. The first byte is the size to which they are scaled. */
#include "data/picture.h"
#include "fuzz.h"

static void check_pixels(const struct picture *p)
{
    unsigned sum = 0;

    FUZZ_CHECK(p->h > 0 && p->w > 0 && (p->c == 1 || p->c == 3));
    for (size_t i = 0; i < (size_t)p->h * (size_t)p->w * (size_t)p->c; i++)
        sum += p->pixel[i];
    FUZZ_CHECK(p->pixel || !sum);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    int side = (int)fuzz_byte(&in) % 64 + 1;
    const char *path = fuzz_file(0, in.at, in.left);
    struct picture p;

    if (!fuzz_answer_about(picture_read(&p, path), path)) {
        FUZZ_CHECK(!p.pixel);
        return;
    }
    check_pixels(&p);
    picture_resize(&p, side);
    FUZZ_CHECK(p.h == side && p.w == side);
    picture_to_rgb(&p);
    FUZZ_CHECK(p.c == 3);
    check_pixels(&p);
    picture_release(&p);
}

const struct fuzz_target fuzz_picture = {.name = "picture", .most = 8192, .run = run};
