/* Pictures of every kind against what Pillow reads of them and makes of them (golden/pictures.py), and files that are none. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "data/picture.h"
#include "store/hdf5/h5.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"grey.png",  "rgb.png", "palette.png", "deep.png",
                                    "small.png", "rgb.jpg", "grey.jpg",    NULL};
enum { SIZE = 6 };

static char *path_of(const char *name)
{
    char *file = format_new("golden/pictures/%s", name), *path = test_source(file);

    free(file);
    return path;
}

/* Fails unless the picture has the golden numbers, to within `most`. */
static void assert_pixels(struct h5_file *golden, const struct picture *p, const char *name,
                          const char *what, double most)
{
    char *path = format_new("/%s/%s", name, what);
    struct h5_array a = {0};
    const double *want;

    assert_int_equal(h5_read(golden, path, &a), 0);
    want = a.data;
    assert_int_equal(a.rank, 3);
    assert_int_equal(a.dim[0], p->h);
    assert_int_equal(a.dim[1], p->w);
    assert_int_equal(a.dim[2], p->c);
    for (size_t i = 0; i < h5_count(&a); i++)
        if (fabs(want[i] - p->pixel[i]) > most)
            fail_msg("%s: number %zu is %d, Pillow has %g", path, i, p->pixel[i], want[i]);
    h5_array_clear(&a);
    free(path);
}

/* Pillow rounds to a byte after each of the two directions, so a resized number may be off by one. */
static void test_as_pillow(void **state)
{
    char *path = test_source("golden/pictures.h5");
    struct h5_file *golden = h5_open(path);

    (void)state;
    assert_non_null(golden);
    for (int i = 0; names[i]; i++) {
        char *file = path_of(names[i]);
        struct picture p;

        assert_int_equal(picture_read(&p, file), 0);
        assert_pixels(golden, &p, names[i], "read", 0);
        picture_resize(&p, SIZE);
        assert_pixels(golden, &p, names[i], "resized", 1);
        picture_release(&p);
        free(file);
    }
    h5_close(golden);
    free(path);
}

static void test_grey_to_rgb(void **state)
{
    struct picture p = {1, 2, 1, xcalloc(2, 1)};
    static const uint8_t want[] = {7, 7, 7, 200, 200, 200};

    (void)state;
    p.pixel[0] = 7;
    p.pixel[1] = 200;
    picture_to_rgb(&p);
    picture_to_rgb(&p); /* has no effect */
    assert_int_equal(p.c, 3);
    assert_memory_equal(p.pixel, want, sizeof want);
    picture_release(&p);
}

/* Fails unless the file with these bytes is refused with its name and the message. */
static void assert_refused(const char *bytes, size_t n, const char *what)
{
    char *path = test_path("broken.picture"), *said;
    struct picture p;

    assert_int_equal(file_write(path, bytes, n), 0);
    capture_stderr();
    assert_int_equal(picture_read(&p, path), -1);
    said = captured_stderr();
    assert_holds(said, "broken.picture: ");
    assert_holds(said, what);
    assert_null(p.pixel);
    free(said);
    free(path);
}

/* Cut anywhere, a picture is refused; the last bytes alone, behind its last pixels, may miss. */
static void test_broken(void **state)
{
    (void)state;
    assert_refused("GIF89a..........", 16, "is no PNG or JPEG picture");
    assert_refused("", 0, "is no PNG or JPEG picture");
    for (int i = 0; names[i]; i++) {
        char *file = path_of(names[i]);
        size_t n;
        char *bytes = file_read(file, &n, false);

        assert_non_null(bytes);
        for (size_t cut = 10; cut + 40 < n; cut += 7)
            assert_refused(bytes, cut, "damaged");
        free(bytes);
        free(file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_pillow),
        cmocka_unit_test(test_grey_to_rgb),
        cmocka_unit_test(test_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
