# A figure of normlab. `gnuplot percentiles.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" percentiles.gp draws one of them, so many inches wide;
# term = 'tex' writes TikZ for LaTeX, term = 'dumb' shows it in the terminal. First come colours, points, dashes
# and fonts (normlab plot --help says how to set those of all figures), then its data, then the program that
# draws them.

# ---- The look of every figure: one colour, point and dash per norm, fonts, axes, terminals. ----

# The colours follow Okabe and Ito's palette, with lightness spread so that the common norms stay
# apart in grey print too; points and dashes tell them apart once more.

reset
# `set encoding` warns where the locale's characters lack a degree sign, as in a container without a locale. In svg, pdf
# and png text is UTF-8 all the same.
if (system('locale charmap 2>/dev/null') eq 'UTF-8') { set encoding utf8 }

# Line types. 1 to 11: the norms. 12: values printed elsewhere. 13 to 24: names not known here, and second variants of a
# norm in a figure. 25 to 27 and 29: verdicts of claims (lt_about: "about the margin"). 28: theory.
array style_rgb[29] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000, 0x7B5EA7 ]
array style_point[29] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1, 5 ]
array style_dash[29] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)', 'solid' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
seed_size = 0.4*point_size
set_linetypes = 'do for [i = 1:29] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
                'i, style_rgb[i], style_point[i], point_size, line_width, style_dash[i]) }'
eval set_linetypes

lt_none                   = 1
lt_batchnorm              = 2
lt_layernorm              = 3
lt_groupnorm              = 4
lt_instancenorm           = 5
lt_ghostbatchnorm         = 6
lt_rmsnorm                = 7
lt_weightstandardization  = 8
lt_batchrenorm            = 9
lt_frn                    = 10
lt_dyt                    = 11
lt_printed                = 12
lt_supported              = 25
lt_refuted                = 26
lt_open                   = 27
lt_theory                 = 28
lt_about                  = 29

# line_of(name): the line type of a name; for a name not known here, the next one of 13 to 24.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# second(line, first): sets the line type `line` for the second line of a norm in a figure; `first` is that of the norm's
# first line. The second line has the same colour, but is thinner and dotted (solid where the first one has short dashes).
# Its points are larger, on white, and hollow where those of the first one are filled.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# printed(line, first, n): sets the line type `line` for values printed elsewhere: large hollow points in the colour of
# line type `first`, of another shape for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through. band(): 14 % opaque, for bands. spread(): 6 %, for the bands of many lines, which
# overlap. bar(): 30 %, for bars and nested bands. faint(): 45 %, for single seeds.
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts. Sizes are in points when the figure is shown at the size for which it is drawn.
if (!exists('face')) { face = 'Helvetica' }
if (!exists('font_size')) { font_size = 8 }
font_title = sprintf('%s,%g', face, font_size + 2)
font_panel = sprintf('%s,%g', face, font_size + 1)
font_small = sprintf('%s,%g', face, font_size)
# In LaTeX text has the document's face.
latex_font(size) = sprintf('\fontsize{%g}{%g}\selectfont', size, 1.2*size)
if (exists('term') && term eq 'tex') {
    font_title = latex_font(font_size + 2); font_panel = latex_font(font_size + 1); font_small = latex_font(font_size)
}
ink = 0x333333

# abridge(s, n): s cut in its middle to n letters. brief(s): cut to half the columns of a text terminal, so that two fit.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is where a value lies in it, from 0 to 1, and
# heat_ink(part) is a colour for text on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots. margin_rgb: the colour of the region in which a claim says that the mean lies. cut(): the arrow head of an
# interval that reaches beyond the end of the axis.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# terminal(t, width, height): the statement that opens the terminal t for a figure of so many inches. A text terminal has
# `page_lines` lines.
page_lines = 27
terminal(t, width, height) = \
    t eq 'svg' ? sprintf("set terminal svg size %d,%d font '%s' fontscale 1.3333 linewidth 0.9 noenhanced background 'white'", \
                         96*width, 96*height, font_small) : \
    t eq 'pdf' ? sprintf("set terminal pdfcairo size %gin,%gin font '%s' fontscale 0.75 linewidth 1.2 pointscale 0.5 noenhanced", \
                         width, height, font_small) : \
    t eq 'png' ? sprintf("set terminal pngcairo size %d,%d font '%s' fontscale 2 linewidth 1.8 pointscale 1.27 noenhanced", \
                         192*width, 192*height, font_small) : \
    t eq 'tex' ? sprintf("set terminal tikz size %gin,%gin font '%s' linewidth 0.7 pointscale 0.5", width, height, font_small) : \
                 sprintf("set terminal dumb %d,%d noenhanced", columns, page_lines)

# guide(y): a thin horizontal line at y, to compare the data with. Its label has the colour guide_ink.
guide_ink = 0x5C5C5C
guide(y) = sprintf("set arrow from graph 0, first %.17g to graph 1, first %.17g nohead back " . \
                   "lw 0.8 dt (8,5) lc rgb 0x8C8C8C", y, y)

axes_style = "set border 3 lw 0.6 lc rgb ink; set tics nomirror out scale 0.5,0.25 textcolor rgb ink; " . \
             "set grid ytics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back"
eval axes_style
set errorbars 0
set format '%.10g'
set style fill solid noborder
unset key

# ---- The figure's data. ----

name = 'percentiles'
title = 'Inputs of the sigmoids over training: median, 15 to 85 and 5 to 95 % of all units of a layer'
caption = 'fashion-mnist, 10 seeds: medians; bands: p5 to p95, p15 to p85'
x_label = 'epoch'
y_label = 'input of the sigmoid'
lost_word = 'diverged'
template = 'bands'; x_log = 0; y_log = 0; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 4
array label[5]; array style[5]; array look[5]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'batchnorm; noise'
style[3] = 'batchnorm; noise'; look[3] = 'line'
label[4] = 'none; noise'
style[4] = 'none; noise'; look[4] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'dense1'
note[1] = ''
$p1s1 << EOD
median 0 -0.011528346611157758 NaN NaN
median 0.05 -0.13215027749538422 NaN NaN
median 0.1 -0.17710734903812408 NaN NaN
median 0.2 -0.2766476571559906 NaN NaN
median 0.4 -0.6371983587741852 NaN NaN
median 1 -1.2823833227157593 NaN NaN
median 2 -1.5833037495613098 NaN NaN
median 3 -2.1014121770858765 NaN NaN
median 4 -2.2737947702407837 NaN NaN
median 4.95 -2.6195147037506104 NaN NaN
median 5 -2.584995746612549 NaN NaN
band 0 0 -1.6445040702819824 1.6631214022636414
band 0.05 0 -4.281194686889648 4.0931618213653564
band 0.1 0 -5.408641576766968 5.229044675827026
band 0.2 0 -6.361124515533447 6.198472499847412
band 0.4 0 -8.507628917694092 8.110913753509521
band 1 0 -12.11153268814087 10.931567668914795
band 2 0 -15.303183555603027 13.888509273529053
band 3 0 -17.634154319763184 15.82849407196045
band 4 0 -19.35729217529297 16.90923309326172
band 4.95 0 -20.297897338867188 17.978808403015137
band 5 0 -20.655129432678223 17.886566162109375
band 0 1 -1.014638364315033 1.0034115612506866
band 0.05 1 -2.84423291683197 2.702731966972351
band 0.1 1 -3.668983817100525 3.432729125022888
band 0.2 1 -4.250365257263184 4.024401426315308
band 0.4 1 -5.526829957962036 4.882876396179199
band 1 1 -7.847080230712891 6.521542072296143
band 2 1 -9.969964981079102 8.2368483543396
band 3 1 -11.412217617034912 8.90698528289795
band 4 1 -12.616375923156738 9.679690837860107
band 4.95 1 -13.33571481704712 10.324744701385498
band 5 1 -13.380001544952393 10.291512489318848
EOD
$p1s2 << EOD
median 0 -0.002751024905592203 NaN NaN
median 0.05 -6.956385914236307e-05 NaN NaN
median 0.1 -0.003997658379375935 NaN NaN
median 0.2 -0.002766714431345463 NaN NaN
median 0.4 -0.0019548366544768214 NaN NaN
median 1 0.0005790137802250683 NaN NaN
median 2 -1.847941894084215e-05 NaN NaN
median 3 -0.002979537472128868 NaN NaN
median 4 -0.0012978591257706285 NaN NaN
median 4.95 -0.0007962038507685065 NaN NaN
median 5 -0.005616544978693128 NaN NaN
band 0 0 -1.6197414994239807 1.6365719437599182
band 0.05 0 -1.6177536249160767 1.6083749532699585
band 0.1 0 -1.6092461347579956 1.6219403147697449
band 0.2 0 -1.6300583481788635 1.6366493701934814
band 0.4 0 -1.6507835984230042 1.662895381450653
band 1 0 -1.7580770254135132 1.7805097699165344
band 2 0 -1.9736443161964417 2.0091378688812256
band 3 0 -2.2134170532226562 2.24467933177948
band 4 0 -2.459641933441162 2.446305274963379
band 4.95 0 -2.6579031944274902 2.6550328731536865
band 5 0 -2.6645294427871704 2.668263792991638
band 0 1 -1.0548670887947083 1.0606185793876648
band 0.05 1 -1.0939562916755676 1.0949190258979797
band 0.1 1 -1.0874652862548828 1.0928889513015747
band 0.2 1 -1.0852291584014893 1.0962516069412231
band 0.4 1 -1.0835591554641724 1.0930281281471252
band 1 1 -1.1241973638534546 1.134536862373352
band 2 1 -1.2064630389213562 1.2143452167510986
band 3 1 -1.2956055998802185 1.3099949955940247
band 4 1 -1.3896781206130981 1.3775269389152527
band 4.95 1 -1.4845131635665894 1.4543998837471008
band 5 1 -1.4861758351325989 1.4665244817733765
EOD
$p1s3 << EOD
median 0 -0.014784939121454954 NaN NaN
median 0.05 -0.012383308727294207 NaN NaN
median 0.1 0.00014296914741862565 NaN NaN
median 0.2 -0.0056715975515544415 NaN NaN
median 0.4 0.0043430039077065885 NaN NaN
median 1 0.005574956303462386 NaN NaN
median 2 0.013892443108488806 NaN NaN
median 3 0.032668198458850384 NaN NaN
median 4 0.028541067615151405 NaN NaN
median 4.95 -0.0052695972844958305 NaN NaN
median 5 0.00467115337960422 NaN NaN
band 0 0 -1.9132243394851685 1.8914843201637268
band 0.05 0 -1.9055014252662659 1.8823795318603516
band 0.1 0 -1.9012148976325989 1.9046828150749207
band 0.2 0 -1.9140844941139221 1.9255731701850891
band 0.4 0 -1.9478259682655334 1.9496662020683289
band 1 0 -2.0824066400527954 2.0842771530151367
band 2 0 -2.3408665657043457 2.3454443216323853
band 3 0 -2.585765838623047 2.639456868171692
band 4 0 -2.9112967252731323 2.8935614824295044
band 4.95 0 -3.0887367725372314 3.127721905708313
band 5 0 -3.0896207094192505 3.1254879236221313
band 0 1 -1.2355034351348877 1.194238543510437
band 0.05 1 -1.2740074396133423 1.2499212622642517
band 0.1 1 -1.2763113975524902 1.253990352153778
band 0.2 1 -1.2487418055534363 1.257892668247223
band 0.4 1 -1.2384325861930847 1.2594285607337952
band 1 1 -1.3026938438415527 1.3240479826927185
band 2 1 -1.4040334224700928 1.4483498930931091
band 3 1 -1.5109704732894897 1.5307964086532593
band 4 1 -1.633216917514801 1.6550134420394897
band 4.95 1 -1.7335821986198425 1.7065081000328064
band 5 1 -1.730019211769104 1.7347991466522217
EOD
$p1s4 << EOD
median 0 -0.02473147213459015 NaN NaN
median 0.05 -0.1783965602517128 NaN NaN
median 0.1 -0.27039197087287903 NaN NaN
median 0.2 -0.44746001064777374 NaN NaN
median 0.4 -0.7565550804138184 NaN NaN
median 1 -1.4974168539047241 NaN NaN
median 2 -1.8150617480278015 NaN NaN
median 3 -2.2165346145629883 NaN NaN
median 4 -2.5486371517181396 NaN NaN
median 4.95 -2.621613383293152 NaN NaN
median 5 -2.6651155948638916 NaN NaN
band 0 0 -1.924842119216919 1.9173089265823364
band 0.05 0 -5.122906446456909 4.859404563903809
band 0.1 0 -6.230571746826172 6.0440826416015625
band 0.2 0 -7.527204990386963 7.299983978271484
band 0.4 0 -9.949205875396729 9.12781286239624
band 1 0 -13.958579063415527 12.373155117034912
band 2 0 -17.99381732940674 15.514009475708008
band 3 0 -20.110939025878906 17.431472778320312
band 4 0 -22.21961498260498 19.043448448181152
band 4.95 0 -23.770294189453125 20.34096622467041
band 5 0 -23.989665985107422 20.535536766052246
band 0 1 -1.179364025592804 1.146448791027069
band 0.05 1 -3.4620476961135864 3.1821887493133545
band 0.1 1 -4.093414783477783 3.808637261390686
band 0.2 1 -4.947873592376709 4.539104700088501
band 0.4 1 -6.5302534103393555 5.395679950714111
band 1 1 -9.041800022125244 7.2343645095825195
band 2 1 -11.690700054168701 8.81782865524292
band 3 1 -13.086170673370361 9.862473487854004
band 4 1 -14.413970947265625 10.736315250396729
band 4.95 1 -15.335884094238281 11.43474292755127
band 5 1 -15.429683685302734 11.632228374481201
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'dense2'
note[2] = ''
$p2s1 << EOD
median 0 0.006400509679224342 NaN NaN
median 0.05 -0.05169627629220486 NaN NaN
median 0.1 -0.1191801056265831 NaN NaN
median 0.2 -0.1436167061328888 NaN NaN
median 0.4 -0.23364808410406113 NaN NaN
median 1 -0.4560648202896118 NaN NaN
median 2 -0.6083517670631409 NaN NaN
median 3 -0.6987135112285614 NaN NaN
median 4 -0.8077052533626556 NaN NaN
median 4.95 -0.870550274848938 NaN NaN
median 5 -0.8617355823516846 NaN NaN
band 0 0 -0.8842969834804535 0.8216106593608856
band 0.05 0 -1.5174487829208374 1.4775890707969666
band 0.1 0 -2.1306376457214355 2.038660764694214
band 0.2 0 -2.3316234350204468 2.0850419998168945
band 0.4 0 -2.4784188270568848 2.0140141248703003
band 1 0 -2.7012898921966553 1.9975496530532837
band 2 0 -2.988009810447693 2.0418670177459717
band 3 0 -3.1345551013946533 2.1121959686279297
band 4 0 -3.2773367166519165 2.1413540840148926
band 4.95 0 -3.436915159225464 2.1389858722686768
band 5 0 -3.373432755470276 2.162014961242676
band 0 1 -0.5358929634094238 0.5312217175960541
band 0.05 1 -1.0258919596672058 0.9454764127731323
band 0.1 1 -1.464167296886444 1.3894166350364685
band 0.2 1 -1.6124908328056335 1.3932387232780457
band 0.4 1 -1.7589042782783508 1.3274773359298706
band 1 1 -1.9728686809539795 1.2124407291412354
band 2 1 -2.1916966438293457 1.1752955317497253
band 3 1 -2.3413023948669434 1.1828387379646301
band 4 1 -2.438536763191223 1.2010204792022705
band 4.95 1 -2.5917683839797974 1.1675623059272766
band 5 1 -2.55868399143219 1.1815019845962524
EOD
$p2s2 << EOD
median 0 -0.003905346035026014 NaN NaN
median 0.05 -0.010391653515398502 NaN NaN
median 0.1 -0.004589517135173082 NaN NaN
median 0.2 0.0022523715160787106 NaN NaN
median 0.4 -0.0016949463752098382 NaN NaN
median 1 -0.004849365446716547 NaN NaN
median 2 -0.00016313791275024414 NaN NaN
median 3 -0.0013765317853540182 NaN NaN
median 4 -0.0040660492377355695 NaN NaN
median 4.95 -0.002405989507678896 NaN NaN
median 5 -0.0031796771800145507 NaN NaN
band 0 0 -1.6288134455680847 1.642861247062683
band 0.05 0 -1.6150433421134949 1.621375322341919
band 0.1 0 -1.6246371269226074 1.6379894018173218
band 0.2 0 -1.6299381852149963 1.6309959888458252
band 0.4 0 -1.6534614562988281 1.6548211574554443
band 1 0 -1.7241852283477783 1.723818838596344
band 2 0 -1.8399751782417297 1.847308099269867
band 3 0 -1.9384034276008606 1.9655572175979614
band 4 0 -2.032461166381836 2.0801271200180054
band 4.95 0 -2.1318267583847046 2.1659878492355347
band 5 0 -2.127772331237793 2.1840251684188843
band 0 1 -1.0565862655639648 1.0619375705718994
band 0.05 1 -1.0940093994140625 1.0947155356407166
band 0.1 1 -1.1009489297866821 1.0968582034111023
band 0.2 1 -1.0997541546821594 1.0959268808364868
band 0.4 1 -1.1028686165809631 1.0995225310325623
band 1 1 -1.1306777000427246 1.1335033774375916
band 2 1 -1.1853157877922058 1.198367714881897
band 3 1 -1.2365586161613464 1.2610450983047485
band 4 1 -1.2921814322471619 1.31598562002182
band 4.95 1 -1.3373245596885681 1.365990400314331
band 5 1 -1.3445647954940796 1.3644134402275085
EOD
$p2s3 << EOD
median 0 0.022136288695037365 NaN NaN
median 0.05 0.005787693080492318 NaN NaN
median 0.1 0.0015856403624638915 NaN NaN
median 0.2 0.006268320430535823 NaN NaN
median 0.4 -0.011108571663498878 NaN NaN
median 1 -0.02093727607280016 NaN NaN
median 2 -0.0061761774122715 NaN NaN
median 3 0.00922532961703837 NaN NaN
median 4 0.002581310924142599 NaN NaN
median 4.95 -0.013580107595771551 NaN NaN
median 5 0.013593176379799843 NaN NaN
band 0 0 -1.883334219455719 1.932597041130066
band 0.05 0 -1.8952413201332092 1.9107545614242554
band 0.1 0 -1.9035757184028625 1.9338708519935608
band 0.2 0 -1.893104910850525 1.9359210729599
band 0.4 0 -1.9226062893867493 1.946352779865265
band 1 0 -2.024283528327942 2.0074501037597656
band 2 0 -2.156926989555359 2.1813228130340576
band 3 0 -2.2711297273635864 2.363239884376526
band 4 0 -2.399476170539856 2.4776405096054077
band 4.95 0 -2.4973409175872803 2.5412933826446533
band 5 0 -2.5356407165527344 2.5632389783859253
band 0 1 -1.1941723227500916 1.2503389716148376
band 0.05 1 -1.267024278640747 1.2670865654945374
band 0.1 1 -1.2571542263031006 1.2618895769119263
band 0.2 1 -1.2624173164367676 1.2897493839263916
band 0.4 1 -1.2680076956748962 1.2705563306808472
band 1 1 -1.3294784426689148 1.3044902086257935
band 2 1 -1.3828294277191162 1.3935168981552124
band 3 1 -1.4465477466583252 1.4747222661972046
band 4 1 -1.508245587348938 1.5399529933929443
band 4.95 1 -1.5672999620437622 1.576737403869629
band 5 1 -1.5781110525131226 1.5838543176651
EOD
$p2s4 << EOD
median 0 0.004451459739357233 NaN NaN
median 0.05 -0.03829306922852993 NaN NaN
median 0.1 -0.13957291841506958 NaN NaN
median 0.2 -0.17323347926139832 NaN NaN
median 0.4 -0.29068611562252045 NaN NaN
median 1 -0.47935163974761963 NaN NaN
median 2 -0.624500960111618 NaN NaN
median 3 -0.6733261346817017 NaN NaN
median 4 -0.78570955991745 NaN NaN
median 4.95 -0.8729040622711182 NaN NaN
median 5 -0.8721143901348114 NaN NaN
band 0 0 -1.064293622970581 1.0323817729949951
band 0.05 0 -2.0195939540863037 1.8847174048423767
band 0.1 0 -2.41460382938385 2.275428533554077
band 0.2 0 -2.6655073165893555 2.377634048461914
band 0.4 0 -2.855497717857361 2.2632752656936646
band 1 0 -3.222163677215576 2.4243968725204468
band 2 0 -3.506386160850525 2.533141255378723
band 3 0 -3.6792584657669067 2.744683861732483
band 4 0 -3.9040180444717407 2.8197646141052246
band 4.95 0 -4.031494140625 2.8266443014144897
band 5 0 -4.087008237838745 2.86116361618042
band 0 1 -0.6784650981426239 0.7011025846004486
band 0.05 1 -1.3316943645477295 1.16342294216156
band 0.1 1 -1.635887324810028 1.4826854467391968
band 0.2 1 -1.811114251613617 1.544369101524353
band 0.4 1 -2.0003072023391724 1.465224027633667
band 1 1 -2.2433377504348755 1.4806621074676514
band 2 1 -2.502248764038086 1.4673720002174377
band 3 1 -2.6494171619415283 1.5899280309677124
band 4 1 -2.8413084745407104 1.6429443955421448
band 4.95 1 -2.9102203845977783 1.5749089121818542
band 5 1 -2.9485026597976685 1.5786669850349426
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'dense3'
note[3] = ''
$p3s1 << EOD
median 0 -0.0009952643886208534 NaN NaN
median 0.05 -0.7765845954418182 NaN NaN
median 0.1 -0.8649663627147675 NaN NaN
median 0.2 -0.9026910662651062 NaN NaN
median 0.4 -1.0532114505767822 NaN NaN
median 1 -1.5806477665901184 NaN NaN
median 2 -1.966930627822876 NaN NaN
median 3 -2.2014325857162476 NaN NaN
median 4 -2.3242459297180176 NaN NaN
median 4.95 -2.4395551681518555 NaN NaN
median 5 -2.4466302394866943 NaN NaN
band 0 0 -0.8335178792476654 0.8441052138805389
band 0.05 0 -1.4422495365142822 0.2707458436489105
band 0.1 0 -2.130837559700012 1.3778957724571228
band 0.2 0 -2.6012288331985474 1.6092196702957153
band 0.4 0 -3.028508186340332 1.4745226502418518
band 1 0 -3.582430124282837 1.1426751613616943
band 2 0 -4.171956777572632 0.962405264377594
band 3 0 -4.58258843421936 0.9771164357662201
band 4 0 -4.793912410736084 0.9886650145053864
band 4.95 0 -4.946749448776245 1.0367057919502258
band 5 0 -4.999557018280029 0.9925079941749573
band 0 1 -0.5371299386024475 0.5295741856098175
band 0.05 1 -1.2214312553405762 -0.11984960734844208
band 0.1 1 -1.7219804525375366 0.5607512593269348
band 0.2 1 -1.9788472652435303 0.7148634791374207
band 0.4 1 -2.2662205696105957 0.4948105663061142
band 1 1 -2.8363001346588135 0.1128610372543335
band 2 1 -3.347917675971985 -0.14789318293333054
band 3 1 -3.649459481239319 -0.2232668101787567
band 4 1 -3.878403663635254 -0.29420438408851624
band 4.95 1 -3.9905954599380493 -0.30466964840888977
band 5 1 -4.002503275871277 -0.38034722208976746
EOD
$p3s2 << EOD
median 0 -0.00023667214009037707 NaN NaN
median 0.05 -0.022735425271093845 NaN NaN
median 0.1 -0.04803169518709183 NaN NaN
median 0.2 -0.08962733298540115 NaN NaN
median 0.4 -0.1577720046043396 NaN NaN
median 1 -0.3005896806716919 NaN NaN
median 2 -0.5028788447380066 NaN NaN
median 3 -0.6417397260665894 NaN NaN
median 4 -0.7632015943527222 NaN NaN
median 4.95 -0.8496623337268829 NaN NaN
median 5 -0.8523061275482178 NaN NaN
band 0 0 -1.6433976292610168 1.6370683312416077
band 0.05 0 -1.801749587059021 1.7886278629302979
band 0.1 0 -1.9070698618888855 1.8637031316757202
band 0.2 0 -1.9740873575210571 1.902790367603302
band 0.4 0 -2.0560253858566284 1.9374984502792358
band 1 0 -2.291324734687805 1.969395399093628
band 2 0 -2.5805137157440186 1.9720728993415833
band 3 0 -2.817569136619568 1.981567621231079
band 4 0 -3.0250641107559204 2.001664876937866
band 4.95 0 -3.185544490814209 2.004323124885559
band 5 0 -3.1908464431762695 2.007370710372925
band 0 1 -1.0600746273994446 1.0590887069702148
band 0.05 1 -1.2617644667625427 1.2401079535484314
band 0.1 1 -1.3418524265289307 1.2766587138175964
band 0.2 1 -1.4100776314735413 1.3030088543891907
band 0.4 1 -1.50345116853714 1.3203641772270203
band 1 1 -1.691702961921692 1.2863448858261108
band 2 1 -1.9302710890769958 1.2233826518058777
band 3 1 -2.1220535039901733 1.1714488863945007
band 4 1 -2.2749149799346924 1.130145013332367
band 4.95 1 -2.408328056335449 1.096944510936737
band 5 1 -2.4160823822021484 1.0982376337051392
EOD
$p3s3 << EOD
median 0 -0.010506474878638983 NaN NaN
median 0.05 -0.022225406020879745 NaN NaN
median 0.1 -0.04479522258043289 NaN NaN
median 0.2 -0.12168880179524422 NaN NaN
median 0.4 -0.20211099833250046 NaN NaN
median 1 -0.38371410965919495 NaN NaN
median 2 -0.6120575666427612 NaN NaN
median 3 -0.7663896381855011 NaN NaN
median 4 -0.9000073373317719 NaN NaN
median 4.95 -0.9851522445678711 NaN NaN
median 5 -0.9858321249485016 NaN NaN
band 0 0 -1.929242491722107 1.9084922671318054
band 0.05 0 -2.092740774154663 2.06038761138916
band 0.1 0 -2.1657869815826416 2.1246057748794556
band 0.2 0 -2.2638797760009766 2.16180682182312
band 0.4 0 -2.3557310104370117 2.178891897201538
band 1 0 -2.656449317932129 2.2058796882629395
band 2 0 -3.018924593925476 2.2176402807235718
band 3 0 -3.295662045478821 2.287421941757202
band 4 0 -3.5899301767349243 2.2711938619613647
band 4.95 0 -3.7142192125320435 2.296578049659729
band 5 0 -3.7345210313796997 2.326931953430176
band 0 1 -1.230413556098938 1.217623770236969
band 0.05 1 -1.428373098373413 1.3939588069915771
band 0.1 1 -1.485932469367981 1.4403549432754517
band 0.2 1 -1.5846492648124695 1.452208697795868
band 0.4 1 -1.6932600736618042 1.4524295330047607
band 1 1 -1.9453712105751038 1.3949906826019287
band 2 1 -2.2149109840393066 1.3290359377861023
band 3 1 -2.4670162200927734 1.3000665307044983
band 4 1 -2.6733967065811157 1.2230955362319946
band 4.95 1 -2.7809431552886963 1.2417871356010437
band 5 1 -2.7900991439819336 1.2428607940673828
EOD
$p3s4 << EOD
median 0 -0.004579521948471665 NaN NaN
median 0.05 -0.8247665762901306 NaN NaN
median 0.1 -0.9056842923164368 NaN NaN
median 0.2 -1.028259515762329 NaN NaN
median 0.4 -1.3214191198349 NaN NaN
median 1 -1.8655962944030762 NaN NaN
median 2 -2.2864221334457397 NaN NaN
median 3 -2.5712345838546753 NaN NaN
median 4 -2.7499194145202637 NaN NaN
median 4.95 -2.7914174795150757 NaN NaN
median 5 -2.8744336366653442 NaN NaN
band 0 0 -1.0991238355636597 1.1332034468650818
band 0.05 0 -1.8959534168243408 0.7902059853076935
band 0.1 0 -2.581516146659851 1.5524955987930298
band 0.2 0 -3.0992225408554077 1.7450332045555115
band 0.4 0 -3.5134565830230713 1.5755199790000916
band 1 0 -4.344989776611328 1.3244070410728455
band 2 0 -5.0191426277160645 1.251493752002716
band 3 0 -5.6788060665130615 1.352206289768219
band 4 0 -6.022226333618164 1.3585533499717712
band 4.95 0 -6.050462484359741 1.4272701740264893
band 5 0 -6.218552589416504 1.3719421029090881
band 0 1 -0.6782301962375641 0.65984907746315
band 0.05 1 -1.5489954948425293 0.09622268378734589
band 0.1 1 -2.007910966873169 0.6481377184391022
band 0.2 1 -2.2976760864257812 0.7061180770397186
band 0.4 1 -2.7085074186325073 0.4495909512042999
band 1 1 -3.3996771574020386 0.11951222643256187
band 2 1 -4.019927740097046 -0.0981367714703083
band 3 1 -4.4807963371276855 -0.1775520220398903
band 4 1 -4.80195164680481 -0.25673040747642517
band 4.95 1 -4.817364931106567 -0.2434198036789894
band 5 1 -4.854668378829956 -0.31659331917762756
EOD
lines[3] = ' 1 2 3 4'

panel_title[4] = 'dense4'
note[4] = ''
$p4s1 << EOD
median 0 0.03447245433926582 NaN NaN
median 0.05 0.08647444471716881 NaN NaN
median 0.1 0.265013724565506 NaN NaN
median 0.2 0.7040091156959534 NaN NaN
median 0.4 0.14412816613912582 NaN NaN
median 1 0.008836513850837946 NaN NaN
median 2 -0.1769125908613205 NaN NaN
median 3 -0.16507241874933243 NaN NaN
median 4 -0.10389794409275055 NaN NaN
median 4.95 -0.2318643406033516 NaN NaN
median 5 -0.2476034015417099 NaN NaN
band 0 0 -0.6913581192493439 0.6914595365524292
band 0.05 0 -1.441883146762848 1.5057331919670105
band 0.1 0 -5.060397624969482 4.462451219558716
band 0.2 0 -7.780209064483643 6.392265796661377
band 0.4 0 -7.884720802307129 7.117447853088379
band 1 0 -7.301112651824951 7.500455379486084
band 2 0 -7.119331359863281 7.906532287597656
band 3 0 -6.964235544204712 8.2387056350708
band 4 0 -7.187443256378174 8.501623153686523
band 4.95 0 -7.245989561080933 8.850345134735107
band 5 0 -6.9969658851623535 8.630089282989502
band 0 1 -0.5317664742469788 0.5349799692630768
band 0.05 1 -0.9835632741451263 0.9146589636802673
band 0.1 1 -3.3671540021896362 3.446625590324402
band 0.2 1 -4.902288198471069 4.716630935668945
band 0.4 1 -5.10992169380188 4.8349175453186035
band 1 1 -4.757911682128906 4.650256395339966
band 2 1 -4.621646881103516 4.565232992172241
band 3 1 -4.585567951202393 4.512830972671509
band 4 1 -4.893452405929565 4.732396125793457
band 4.95 1 -4.841604471206665 4.703053951263428
band 5 1 -4.835973501205444 4.676123857498169
EOD
$p4s2 << EOD
median 0 0.05063903331756592 NaN NaN
median 0.05 -0.407047301530838 NaN NaN
median 0.1 -0.46300940215587616 NaN NaN
median 0.2 -0.4542568027973175 NaN NaN
median 0.4 -0.45149171352386475 NaN NaN
median 1 -0.36700868606567383 NaN NaN
median 2 -0.3968578428030014 NaN NaN
median 3 -0.481162428855896 NaN NaN
median 4 -0.4662894010543823 NaN NaN
median 4.95 -0.48447462916374207 NaN NaN
median 5 -0.49848511815071106 NaN NaN
band 0 0 -0.7395788431167603 0.7570486664772034
band 0.05 0 -3.038818359375 4.460189342498779
band 0.1 0 -3.7209665775299072 5.398703336715698
band 0.2 0 -4.388468027114868 6.118082523345947
band 0.4 0 -4.908901214599609 6.752514362335205
band 1 0 -5.880571365356445 7.2392048835754395
band 2 0 -6.122279644012451 7.949441194534302
band 3 0 -6.417859315872192 8.516078472137451
band 4 0 -6.663083791732788 8.67124319076538
band 4.95 0 -6.846366882324219 9.085516929626465
band 5 0 -7.049260377883911 8.976783752441406
band 0 1 -0.4528178572654724 0.533452644944191
band 0.05 1 -2.172119140625 2.528900980949402
band 0.1 1 -2.564763069152832 2.9855618476867676
band 0.2 1 -2.9680672883987427 3.477614998817444
band 0.4 1 -3.367790699005127 3.8865197896957397
band 1 1 -3.8464856147766113 4.226518154144287
band 2 1 -4.253075838088989 4.468040466308594
band 3 1 -4.362722873687744 4.640347957611084
band 4 1 -4.611791133880615 4.748993635177612
band 4.95 1 -4.6878440380096436 4.9134135246276855
band 5 1 -4.763167142868042 5.061968564987183
EOD
$p4s3 << EOD
median 0 0.03222260624170303 NaN NaN
median 0.05 -0.40716487169265747 NaN NaN
median 0.1 -0.490388423204422 NaN NaN
median 0.2 -0.44739343225955963 NaN NaN
median 0.4 -0.43027254939079285 NaN NaN
median 1 -0.36747390031814575 NaN NaN
median 2 -0.3840295970439911 NaN NaN
median 3 -0.5384188592433929 NaN NaN
median 4 -0.4161854684352875 NaN NaN
median 4.95 -0.5485778450965881 NaN NaN
median 5 -0.4661860167980194 NaN NaN
band 0 0 -0.7883069217205048 0.7764967083930969
band 0.05 0 -3.2529137134552 4.631686687469482
band 0.1 0 -3.850767731666565 5.512271404266357
band 0.2 0 -4.490620851516724 6.11891508102417
band 0.4 0 -4.956037998199463 6.761017560958862
band 1 0 -5.881951570510864 7.1976141929626465
band 2 0 -5.965749979019165 7.986534595489502
band 3 0 -6.317202568054199 8.444411277770996
band 4 0 -6.43589448928833 8.647657871246338
band 4.95 0 -6.811248540878296 8.922809600830078
band 5 0 -6.865175485610962 8.982718467712402
band 0 1 -0.47198450565338135 0.5404098629951477
band 0.05 1 -2.3346879482269287 2.691139340400696
band 0.1 1 -2.621990203857422 3.078099250793457
band 0.2 1 -3.0166165828704834 3.611292839050293
band 0.4 1 -3.3282480239868164 3.8664907217025757
band 1 1 -3.8397291898727417 4.233677864074707
band 2 1 -4.225780487060547 4.503223896026611
band 3 1 -4.380836248397827 4.567749500274658
band 4 1 -4.435973882675171 4.668203353881836
band 4.95 1 -4.666383981704712 4.830374717712402
band 5 1 -4.754065752029419 4.97903299331665
EOD
$p4s4 << EOD
median 0 0.02152620255947113 NaN NaN
median 0.05 0.2637791037559509 NaN NaN
median 0.1 0.2619498521089554 NaN NaN
median 0.2 0.39597663283348083 NaN NaN
median 0.4 0.07847829908132553 NaN NaN
median 1 -0.15078075975179672 NaN NaN
median 2 -0.26055555045604706 NaN NaN
median 3 -0.29822589457035065 NaN NaN
median 4 -0.2591789662837982 NaN NaN
median 4.95 -0.37053047120571136 NaN NaN
median 5 -0.3269161432981491 NaN NaN
band 0 0 -0.7383695542812347 0.6911316514015198
band 0.05 0 -2.286144733428955 2.2669427394866943
band 0.1 0 -5.617483377456665 4.966115474700928
band 0.2 0 -6.95473313331604 6.1998937129974365
band 0.4 0 -6.93805718421936 6.92774510383606
band 1 0 -6.551588535308838 7.206002235412598
band 2 0 -6.58510422706604 7.828348159790039
band 3 0 -6.600932836532593 8.177872657775879
band 4 0 -6.7630534172058105 8.447927951812744
band 4.95 0 -6.724731922149658 8.70851182937622
band 5 0 -6.5871148109436035 8.596909999847412
band 0 1 -0.5971426069736481 0.5247023701667786
band 0.05 1 -1.6870214343070984 1.4956467747688293
band 0.1 1 -3.5110541582107544 3.7132623195648193
band 0.2 1 -4.597872734069824 4.519710302352905
band 0.4 1 -4.655392408370972 4.542243242263794
band 1 1 -4.453633069992065 4.4182209968566895
band 2 1 -4.5340964794158936 4.616055011749268
band 3 1 -4.495654344558716 4.606273651123047
band 4 1 -4.685273885726929 4.672024488449097
band 4.95 1 -4.675145864486694 4.698728322982788
band 5 1 -4.60352897644043 4.842801332473755
EOD
lines[4] = ' 1 2 3 4'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of the user's own (normlab plot --style) may be older than this program, and lack axes_style.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# num(s): the number in s. gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# wrap(s, n): s in lines of at most n letters, broken at blanks where there are any. lines_in(s): the number of lines of s.
# letters(inches, larger): how many letters of the size font_size + larger fit into so many inches.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# balanced(s, n): as wrap(), but in lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# tx(s): text for the terminal t. For LaTeX, letters that have a special meaning there are replaced. to_latex() works by
# halves, because functions nest at most 250 deep.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# tick_text(s): the same for a tick. gnuplot takes its text for a format, so each % is doubled.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# raised(s): the number s in raised digits. tick(v): the text of a tick; very small and very large powers of ten are 10 with a
# raised exponent.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis: the closer its ends, the more in each power of ten. gnuplot itself has ticks at powers of
# ten alone.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# A y axis has one more tick, at the last round number before its end, if that is far enough from the tick before.
end_tick(low, high) = floor(high/10.**floor(log10(high)))*10.**floor(log10(high))
is_apart(v, last, low, high) = v > last && log(v/last) > 0.11*log(high/low)
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (tx(%s(v)) v); last_tick = v } } }" . \
    (axis eq 'y' && high/low <= 2e3 ? sprintf("; v = %.17g; if (is_apart(v, last_tick, %.17g, %.17g)) { set ytics add (tx(tick(v)) v) }", \
                                              end_tick(low, high), low, high) : ''), \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# ---- Line types: that of the norm, a variant of it for the norm's second line, hollow points for printed values. ----

cut_at(s, c) = strstrt(s, c) ? s[1:strstrt(s, c)-1] : s
style_name(s) = cut_at(cut_at(cut_at(s, ' '), ':'), ';')
array line[entries + 1]
do for [k = 1:entries] {
    variant = 0; first = 0
    do for [i = 1:k - 1] {
        if (style_name(style[i]) eq style_name(style[k])) {
            variant = variant + (look[i] eq look[k])
            if (look[i] ne 'printed' && first == 0) { first = i }
        }
    }
    line[k] = look[k] ne 'printed' && variant == 0 ? line_of(style_name(style[k])) : line_more(0)
    if (look[k] eq 'printed') { eval printed(line[k], first ? line[first] : line_of(style_name(style[k])), variant) }
    if (look[k] ne 'printed' && variant == 1) { eval second(line[k], line[first]) }
}

# ---- The ranges of x and y, and which kinds of rows there are: found by visit() in one pass over all rows. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; lost_count = 0; refused_count = 0
# longest: the most medians of a line. alone: no category of a panel has values of two lines; seat() finds this out.
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band' || w eq 'interval'
# An interval that reaches below 0 from a positive mean does not keep y from being logarithmic; its low end is then the axis'.
array below[panels]
take_ends(p, w, y, l, h) = (take(p, h), w eq 'interval' && y > 0 && l <= 0 ? (below[p] = lower(below[p], l)) : take(p, l), 1)
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# tick_of(x): adds x to x_ticks, the different x. When there are more than ten, the ticks are gnuplot's own (below).
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? take_ends(p, w, y, l, h) : 0, \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# of_look(list, want): the lines of a list that have this look. rest_of(list): the list without its first line.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN; below[p] = NaN
    shown[p] = of_look(lines[p], 'line'); with_marks[p] = of_look(lines[p], 'printed'); with_theory[p] = of_look(lines[p], 'theory')
}
do for [i = 1:panels*(categories + 1) + 1] { taken[i] = 0 }
do for [k = 1:entries] { end_x[k] = NaN; end_y[k] = NaN }
set table $scratch
do for [p = 1:panels] {
    do for [k in lines[p]] {
        n_points = 0
        plot block(p, k) using (visit(p, int(k), strcol(1), $2, $3, $4, $5)) with table
        points_of[(p - 1)*entries + int(k)] = n_points
    }
    do for [i = 1:guides] { if (guide_panel[i] == p) { any = take(p, guide_y[i]) } }
}
unset table
bars = template eq 'bars'

# The different x, in ascending order.
x_count = words(x_ticks)
# A few points of a few lines in one panel fit into a column of a paper.
small = template eq 'lines' && panels == 1 && entries <= 3 && x_count <= 8 && !curve && term ne 'dumb'
do for [k = 1:entries] { small = small && strlen(label[k]) <= label_letters(3.4) }
do for [i = 1:guides] { small = small && strlen(guide[i]) <= 10 }
if (!exists('width')) { width = small ? 3.4 : 7 }
if (x_count > 10) { x_ticks = '' }
sorted = ''
do for [i = 1:words(x_ticks)] {
    least = ''
    do for [v in x_ticks] { if (!strstrt(sorted . ' ', ' ' . v . ' ') && (least eq '' || num(v) < num(least))) { least = v } }
    sorted = sorted . ' ' . least
}
x_ticks = sorted[2:*]
if (x_low != x_low) { x_low = 0; x_high = 1 }
if (x_low <= 0) { x_log = 0 }
do for [p = 1:panels] { if (x_end[p] != x_end[p]) { x_end[p] = x_high } }

# y is logarithmic where that is asked for, or where a linear axis would squash three of four means of a panel into an eighth
# of it; never where a value is not positive.
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) { all_low = lower(all_low, low[p]); all_high = higher(all_high, high[p]) }
    set table $means
    do for [k in shown[p]] { plot block(p, k) using 3 with table if (sel('mean median') && $3 == $3) }
    unset table
    means_of = 0; least = NaN; most = NaN; near_least = 0
    do for [i = 1:|$means|] {
        if (words($means[i])) { v = num(word($means[i], 1)); means_of = means_of + 1; least = lower(least, v); most = higher(most, v) }
    }
    do for [i = 1:|$means|] {
        if (words($means[i])) { near_least = near_least + (num(word($means[i], 1)) - least < (most - least)/8.) }
    }
    if (means_of >= 4 && near_least >= 3*means_of/4 && most > 5*least) { y_log = 10 }
}
if (bars || !(all_low > 0 && all_high > all_low)) { y_log = 0 }
do for [p = 1:panels] { if (!y_log && below[p] == below[p]) { low[p] = lower(low[p], below[p]); all_low = lower(all_low, below[p]) } }

# $lost: unsuccessful trials, as panel, line, x and their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# set_key_size: the size of a key of n_key lines, in as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, label_letters(width)))
    widest_label = max(widest_label, strlen(label[k]))
}
set_key_size = "key_columns = max(1, min(n_key, int(0.96*width/(char_inch*(1.15*widest_label + 7.5))))); " . \
    "key_rows = ceiling(1.0*n_key/key_columns); key_columns = key_rows > 0 ? ceiling(1.0*n_key/key_rows) : 1; " . \
    "key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0"
n_key = entries
eval set_key_size

# Title and caption above the panels.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels stand side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/(scatter ? 4 : 2.1))))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 tx(title_text) at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 tx(caption_text) at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# add_key: makes the plot statement that draws the key. what(k), which the template defines, is how line k is drawn in it;
# only lines with in_key(k) are in it.
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# data_of[p]: the panel whose data the panel p shows. faint_lines[p]: the lines that are faint behind those of p. Only small
# multiples change these.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# part(list, what): the part of a plot statement that draws each line of a list; nothing for an empty list, which gnuplot
# would refuse. what: the text from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# pick(words, x): x where the kind of the row is one of these words; else NaN, so that the row is not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- Small multiples: a panel for each line of each panel, the others faint behind it. The next programs draw them. ----
# Where some lines are references, these alone stand behind all panels, in their colours, and a key names them.

with_faint = 1
if (bands) { references = '' }
in_key(k) = strstrt(references . ' ', sprintf(' %d ', k)) > 0
of_key(list) = words(list) == 0 ? '' : (in_key(nth(list, 1)) ? ' ' . word(list, 1) : '') . of_key(rest_of(list))
cells = 0
do for [p = 1:panels] { cells = cells + words(shown[p]) }
array m_title[cells + 1]; array m_note[cells + 1]; array m_low[cells + 1]; array m_high[cells + 1]; array m_end[cells + 1]
array m_line[cells + 1]; array m_data[cells + 1]; array m_rest[cells + 1]; array m_marks[cells + 1]; array m_theory[cells + 1]
# Bands stand in a row for each line where a row has room for all panels; other lines stand by panel.
rowwise = bands && panels > 1 && panels <= 5
c = 0
set_cell = "c = c + 1; m_title[c] = panel_title[p] eq '' ? label[k] : label[k] . ', ' . panel_title[p]; " . \
    "m_note[c] = k == nth(shown[p], 1) ? note[p] : ''; m_low[c] = low[p]; m_high[c] = high[p]; m_end[c] = x_end[p]; " . \
    "m_line[c] = sprintf(' %d', k); m_data[c] = p; m_rest[c] = bands ? '' : references eq '' ? shown[p] : of_key(shown[p]); m_marks[c] = with_marks[p]; m_theory[c] = with_theory[p]"
has(p, k) = strstrt(shown[p] . ' ', sprintf(' %d ', k)) > 0
if (rowwise) { do for [k = 1:entries] { do for [p = 1:panels] { if (has(p, k)) { eval set_cell } } } }
if (!rowwise) { do for [p = 1:panels] { do for [k = 1:entries] { if (has(p, k)) { eval set_cell } } } }
columns_wanted = rowwise ? panels : 0
if (cells) {
    panels = cells
    do for [pair in 'panel_title=m_title note=m_note low=m_low high=m_high x_end=m_end shown=m_line data_of=m_data faint_lines=m_rest with_marks=m_marks with_theory=m_theory'] {
        to = pair[1:strstrt(pair, '=')-1]; from = pair[strstrt(pair, '=')+1:*]
        eval sprintf('array %s[%d]; do for [c = 1:%d] { %s[c] = %s[c] }', to, cells, cells, to, from)
    }
    panel_columns = max(1, min(columns_wanted ? columns_wanted : min(panels, 5), int(width/1.35)))
    panel_rows = ceiling(1.0*panels/panel_columns)
    n_key = words(references); widest_label = 1
    do for [k in references] { widest_label = max(widest_label, strlen(label[int(k)])) }
    eval set_key_size
    if (n_key == 0) { key_inch = 0.05 }
}

# ---- Panels with axes: the range of y, the text above each, marks for unsuccessful trials, guides. ----

# All panels have one range of y where each fills at least half of it. If not, panels side by side do, by the same rule.
scaled(v) = y_log ? log(v) : v
if (bars && all_low == all_low) {
    do for [p = 1:panels] { low[p] = low[p] == low[p] ? min(low[p], 0) : NaN; high[p] = max(high[p], 0) }
    all_low = min(all_low, 0); all_high = max(all_high, 0)
}
fills(p, l, h) = low[p] != low[p] || scaled(high[p]) - scaled(low[p]) >= 0.5*(scaled(h) - scaled(l))
shared = 1
do for [p = 1:panels] { shared = shared && fills(p, all_low, all_high) }
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (shared) { low[p] = all_low; high[p] = all_high }
}
row_panels = shared || with_faint ? 0 : panels
do for [first = 1:row_panels:panel_columns] {
    last = min(first + panel_columns - 1, panels); row_low = NaN; row_high = NaN; row_shared = 1
    do for [p = first:last] { if (!empty[p]) { row_low = lower(row_low, low[p]); row_high = higher(row_high, high[p]) } }
    do for [p = first:last] { row_shared = row_shared && fills(p, row_low, row_high) }
    if (row_shared) { do for [p = first:last] { low[p] = row_low; high[p] = row_high } }
}
do for [p = 1:panels] {
    if (low[p] != low[p]) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*(log(high[p]) - log(low[p])))
        low[p] = max(low[p]/y_pad, 1e-307); high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero || (bars && low[p] == 0) ? 0 : low[p] - y_pad
        high[p] = bars && high[p] == 0 ? 0 : high[p] + y_pad
    }
}

# Marks for unsuccessful trials stand above a panel, in a row for each line that has some.
array lost_row[entries + 1]
lost_in(i, p) = words($lost[i]) > 0 && int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_room = letters(max(1.6, axes_of(width/panel_columns - 2*line_inch) + 0.2), 0)
y_text = !y_log ? balanced(y_label, y_room) : balanced(y_label, y_room) . (strlen(y_label) + 12 > y_room ? "\n" : ' ') . '(log scale)'
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1

# All panels have the left margin that the widest ticks need, so that all axes are equally wide. It is measured by plots
# in a text terminal, where margins are in letters. On an axis of few lines gnuplot's own ticks would overlap, so they are
# set here.
lines_high = axes_inch/line_inch
set_linear_ticks(low, high) = lines_high > 14 || high <= low ? 'set ytics nomirror autofreq' : \
    sprintf('set ytics nomirror %.17g', nice(1.9*(high - low)/lines_high, 10.**floor(log10(1.9*(high - low)/lines_high))))
set_y = "set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { eval set_linear_ticks(low[p], high[p]) }"
left_letters = 0
t = 'dumb'
set terminal dumb 100, 50
set output '/dev/null'
do for [p = 1:panels] {
    unset logscale
    eval set_y
    plot [0:1] NaN notitle
    left_letters = max(left_letters, GPVAL_TERM_XMIN)
}
unset output; unset logscale; set yrange [*:*]; set ytics nomirror autofreq

guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }
# middle(p): where the text above panel p is centred: over the axes; in small multiples, over axes and ticks together.
# off_middle: how far the ticks push the middle of the axes to the right.
middle(p) = with_faint ? sprintf('screen %.17g', (left_inch + ((p - 1) % panel_columns + 0.5)*cell_inch)/width) : 'graph 0.5'
off_middle = with_faint ? 0 : max(0, (left_letters - 1.5 - guide_letters)*1.15*char_inch)
text_inch = min(0.82*cell_inch, max(0.5*cell_inch, 0.98*cell_inch - off_middle))
# up(n): the y of n lines of text above the axes, where the height of the axes is 1.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# Small multiples have smaller titles where some would take more than two lines.
small_titles = 0
do for [p = 1:panels] { small_titles = small_titles || (with_faint && strlen(panel_title[p]) > 2*letters(text_inch, 1)) }
title_letters = letters(text_inch, !small_titles)
# The word for the marks (lost_word) stands left of those in the first row; above all marks where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(text_inch, 0)); panel_title[p] = wrap(panel_title[p], title_letters); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(min(0.9*cell_inch, 1.1*text_inch), 0))

# in_panel and on_page set panel p up: on_page its place on the page and all texts. `below`, which the template sets, is the
# number of lines of text under the axes. lost_x(x, k), of the template, too, is the x of a mark of line k.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; by_theory = with_theory[p]; " . \
    "unset logscale; eval set_y; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label tx(guide[i]) at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin left_letters; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? tx(x_label) : '') offset 0,0.3; " . \
    "eval 'set label tx(panel_title[p]) at ' . middle(p) . ', graph up(row_above[row_of(p)] - 0.75) center font (small_titles ? font_small : font_panel)'; " . \
    "eval 'set label tx(note[p]) at ' . middle(p) . ', graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink'; " . \
    "if (rows) { set label tx(lost_word) at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label tx(y_text) at screen 0, " . \
    "screen (row_base[i] + 0.5*axes_inch)/height center rotate by 90 offset character 1.3,0 }"
# A text terminal has no y label: the panel's title says it, and which trials are unsuccessful.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: medians of the seeds, intervals of their mean, every seed, and the unsuccessful trials. ----

# A line of many points is a curve: it has a band, and marks that are `stride` points apart; phase(i) puts the marks of each
# line between those of the others. Where there are few points, each has a mark and its interval as a thin bar; aside(k) moves
# those of line k a little, so that bars do not overlap.
stride = curve ? longest/8 + 1 : 1
phase(i) = int(1.0*min(stride, points_of[(data_of[p] - 1)*entries + d(i)])*(i - 1)/words(drawn))
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || look[k] ne 'line' ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

below = 1.6 + lines_in(x_label)

# Where one panel has the page to itself, few lines that end together are named at their ends, and there is no key.
direct = panels == 1 && width >= 5 && entries > 1 && entries <= 6 && words(shown[1]) == entries && !with_faint && guides == 0 && widest_label*char_inch < 0.2*width
array end_at[entries + 1]
do for [k = 1:entries] {
    if (direct) {
        direct = end_x[k] == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y[k]) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
    }
}
if (direct) {
    # Names that would overlap are moved apart.
    least = 1.05*line_inch/axes_inch
    do for [turn = 1:60] { do for [k = 2:entries] { do for [i = 1:k-1] {
        apart = end_at[k] - end_at[i]
        if (abs(apart) < least) {
            push = (apart < 0 ? -0.5 : 0.5)*(least - abs(apart))
            end_at[k] = end_at[k] + push; end_at[i] = end_at[i] - push
        }
    } } }
    guide_letters = 1 + widest_label*0.95
    key_inch = 0.05
}
x_part(x) = x_log ? log(x/x_low)/x_span : (x - x_low)/x_span
eval place
lost_x(x, k) = x
lost_name(x) = x

# Ticks stand at the values of x; at every second or third where they are too close. A linear axis has gnuplot's own ticks
# instead where two of these would overlap, or where their text is long, as that of a third of an epoch.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
x_free = -1e30
do for [i = 1:words(x_ticks):x_every] {
    x_half = 0.5*strlen(tick(num(word(x_ticks, i))))
    x_inch = x_part(num(word(x_ticks, i)))*(cell_inch - 7*char_inch)
    if (!x_log && (x_half > 3 || x_inch - x_half*char_inch < x_free)) { x_ticks = ''; break }
    x_free = x_inch + (x_half + 0.5)*char_inch
}
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks):x_every] { set xtics add (tx(tick(num(word(x_ticks, i)))) num(word(x_ticks, i))) }"

what(k) = sprintf(look[k] eq 'printed' ? 'points lt line[%d]' : look[k] eq 'theory' ? 'lines lt line[%d]' : \
    bands ? 'filledcurves lc rgb bar(line[%d])' : with_faint ? 'lines lt line[%d] lw 1.2 lc rgb bar(line[%d])' : 'linespoints lt line[%d]', k, k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); th(i) = nth(by_theory, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        # Nested bands, see-through: the inner ones are darker. In a text terminal, their edges.
        all_bands = ''
        do for [n = 0:bands-1] {
            of_band = sprintf("using (pick('band', $2) + ($3 == %d ? 0 : NaN)):", n)
            all_bands = all_bands . (dumb ? part(drawn, of_band . '4 with dots lt d(i)') . part(drawn, of_band . '5 with dots lt d(i)') : \
                                            part(drawn, of_band . '4:5 with filledcurves lc rgb bar(line[d(i)])'))
        }
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt th(i) title brief(label[th(i)])") . \
                part(marked, "using (pick('printed', $2)):3 with points lt m(i) pt m(i) title brief(label[m(i)])") . all_bands . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label tx(label[k]) at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "using (pick('mean median', at($2, b(i)))):3 with lines " . \
                     (references ne '' ? "lt line[b(i)] lw 1.2 lc rgb bar(line[b(i)])" : "lw 0.9 dt solid lc rgb 0xCCCCCC")) . \
                part(curve ? drawn : '', "using (pick('mean median interval', $2)):(max($4, low[p])):5 with filledcurves lc rgb (entries > 4 ? spread(line[d(i)]) : band(line[d(i)]))") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):4 with lines lt line[d(i)] lw 0.6") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):5 with lines lt line[d(i)] lw 0.6") . \
                all_bands . \
                part(curve || bands ? '' : drawn, "using (pick('mean median interval', at($2, d(i)))):(max($4, low[p])):(0):($5 - max($4, low[p])) with vectors nohead lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(seed_lines ? '' : drawn, "using (pick('seed', at($2, d(i)))):3 with points pt 7 ps seed_size lc rgb faint(line[d(i)])") . \
                part(seed_lines ? drawn : '', "using (pick('seed', $2)):3 with lines lt line[d(i)] dt solid lw 0.7 lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with ".(bands || curve ? 'lines' : 'linespoints')." lt line[d(i)]") . \
                part(curve && !bands ? drawn : '', "every stride::phase(i) using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt line[th(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    # In a text terminal, lines that are less than a row apart overlap. Long curves do so somewhere.
    if (dumb) {
        meet = curve && entries > 1
        do for [p = 1:panels] {
            set table $means
            do for [k in curve ? '' : shown[p]] { plot block(data_of[p], k) using (int(k)):2:(scaled($3)) with table if (sel('mean median') && $3 == $3) }
            unset table
            do for [i = 2:|$means|] { do for [j = 1:i-1] {
                if (words($means[i]) && words($means[j]) && word($means[i], 1) ne word($means[j], 1) && word($means[i], 2) eq word($means[j], 2)) {
                    meet = meet || abs(num(word($means[i], 3)) - num(word($means[j], 3))) < (scaled(high[p]) - scaled(low[p]))/20.
                }
            } }
        }
        set print '-'
        if (meet) { print "Where lines meet, the later one hides the earlier." }
    }
    if (!dumb) { unset multiplot }
    unset output
}
