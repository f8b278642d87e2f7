# A figure of normlab. `gnuplot layers.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" layers.gp draws one of them, so many inches wide;
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

name = 'layers'
title = 'Squared gradient of the pre-activations against the layer before training, MLP of 30 layers'
caption = 'fashion-mnist, 10 seeds: medians; bands: 95 % intervals of the geometric mean'
x_label = 'layer'
y_label = 'mean square'
lost_word = 'diverged'
template = 'lines'; x_log = 0; y_log = 10; curve = 1; seed_lines = 0; band = 0

# The lines of the key.
entries = 6
array label[7]; array style[7]; array look[7]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'layernorm'
style[3] = 'layernorm'; look[3] = 'line'
label[4] = 'groupnorm'
style[4] = 'groupnorm'; look[4] = 'line'
label[5] = 'rmsnorm'
style[5] = 'rmsnorm'; look[5] = 'line'
label[6] = 'theory (Yang et al. 2019)'
style[6] = 'theory'; look[6] = 'theory'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 1; array panel_title[1]; array note[1]; array axis_label[1]; array ratio[1]; array lines[1]

panel_title[1] = ''
note[1] = ''
$p1s1 << EOD
median 1 0.002013412886299193 NaN NaN
median 2 0.0019510729471221566 NaN NaN
median 3 0.001923842472024262 NaN NaN
median 4 0.0019142124219797552 NaN NaN
median 5 0.001977072039153427 NaN NaN
median 6 0.0019578924402594566 NaN NaN
median 7 0.0019118126947432756 NaN NaN
median 8 0.0019452196429483593 NaN NaN
median 9 0.0018368124729022384 NaN NaN
median 10 0.0017821438377723098 NaN NaN
median 11 0.0017953191418200731 NaN NaN
median 12 0.0018336304929107428 NaN NaN
median 13 0.001810417918022722 NaN NaN
median 14 0.001898862945381552 NaN NaN
median 15 0.001989478012546897 NaN NaN
median 16 0.0019769908976741135 NaN NaN
median 17 0.001965308329090476 NaN NaN
median 18 0.00199261459056288 NaN NaN
median 19 0.0020204538595862687 NaN NaN
median 20 0.0020364338997751474 NaN NaN
median 21 0.0019979443168267608 NaN NaN
median 22 0.0019113419111818075 NaN NaN
median 23 0.0019575748592615128 NaN NaN
median 24 0.001890013983938843 NaN NaN
median 25 0.0018443187000229955 NaN NaN
median 26 0.0019403683836571872 NaN NaN
median 27 0.001979196327738464 NaN NaN
median 28 0.0019395569106563926 NaN NaN
median 29 0.0019934067968279123 NaN NaN
median 30 0.0019687472376972437 NaN NaN
median 31 0.09880996495485306 NaN NaN
interval 1 0.0020622199443568827 0.00176819903446352 0.002405131445054549
interval 2 0.002051123779808588 0.0017670807995795591 0.0023808242164689163
interval 3 0.002059701452596433 0.0017691592831455415 0.0023979582360074327
interval 4 0.0020505668517153417 0.0017577260579232311 0.002392195526942239
interval 5 0.002073870356705401 0.0017764621771654396 0.002421069421969938
interval 6 0.002062805714367222 0.0017551100155185652 0.002424444836849063
interval 7 0.0020268092048830203 0.0017590258612781445 0.0023353582476687506
interval 8 0.002013509926320216 0.0017458162825505523 0.0023222502069158283
interval 9 0.0019898675433546917 0.0017092679737234202 0.0023165313461475656
interval 10 0.0019261930458649823 0.0016302482502186196 0.0022758617587481356
interval 11 0.0019063763605104088 0.001613623191289698 0.0022522425604258947
interval 12 0.0019044263594275477 0.0016144364342326244 0.0022465051466745278
interval 13 0.0018751365129314518 0.0015910381687812758 0.002209963916090122
interval 14 0.0019110515828231328 0.0016376989435194966 0.00223003023031951
interval 15 0.0019431649536102555 0.0016933749590258584 0.0022298015078192064
interval 16 0.0019450448215388911 0.0017112602407157599 0.0022107679871139164
interval 17 0.0019809402615242316 0.0017224020662493728 0.0022782858872624854
interval 18 0.001989793158107805 0.0017669490397838924 0.0022407419359060147
interval 19 0.002001142789637598 0.001762994517487321 0.0022714605319510573
interval 20 0.0020000840365721048 0.0017471606085277642 0.002289621305462826
interval 21 0.0019666040358186808 0.0017035303745795965 0.0022703037711627344
interval 22 0.001992965061991236 0.0017586670278029546 0.002258477401080129
interval 23 0.0020428220234969346 0.0017703979236234834 0.0023571660156169625
interval 24 0.002016150207043171 0.0017473237857666794 0.0023263356742875612
interval 25 0.0019840658562450177 0.0017307999113524688 0.0022743919132981877
interval 26 0.002014084905594672 0.0017762884607002657 0.0022837157909279503
interval 27 0.001980499619828337 0.0017705049216732863 0.0022154012090704537
interval 28 0.001988133506483922 0.0017998531356693591 0.002196109649876555
interval 29 0.002006935781478599 0.0018126076833474283 0.0022220976265204845
interval 30 0.002001746330457198 0.0018430243330059637 0.002174137530221036
interval 31 0.10292308798100065 0.0956092767055665 0.11079638299290737
EOD
$p1s2 << EOD
median 1 213.7963104248047 NaN NaN
median 2 131.5093765258789 NaN NaN
median 3 83.5650405883789 NaN NaN
median 4 55.43002891540527 NaN NaN
median 5 36.621124267578125 NaN NaN
median 6 24.487610816955566 NaN NaN
median 7 16.606983184814453 NaN NaN
median 8 11.147027015686035 NaN NaN
median 9 7.432626724243164 NaN NaN
median 10 5.045202732086182 NaN NaN
median 11 3.379214286804199 NaN NaN
median 12 2.275260329246521 NaN NaN
median 13 1.5377415418624878 NaN NaN
median 14 1.0325904488563538 NaN NaN
median 15 0.6964276432991028 NaN NaN
median 16 0.47280849516391754 NaN NaN
median 17 0.319192498922348 NaN NaN
median 18 0.21398170292377472 NaN NaN
median 19 0.14353488385677338 NaN NaN
median 20 0.09744097292423248 NaN NaN
median 21 0.06537557020783424 NaN NaN
median 22 0.043713901191949844 NaN NaN
median 23 0.029479515738785267 NaN NaN
median 24 0.01993705704808235 NaN NaN
median 25 0.013447410427033901 NaN NaN
median 26 0.009026887360960245 NaN NaN
median 27 0.006087851943448186 NaN NaN
median 28 0.0040821165312081575 NaN NaN
median 29 0.0027451380155980587 NaN NaN
median 30 0.0019191939500160515 NaN NaN
median 31 0.09805528447031975 NaN NaN
interval 1 217.32662940271305 207.82401599462472 227.2637434201338
interval 2 132.88653746871228 126.28744048853324 139.83046748046868
interval 3 85.00546858032209 80.70051172303936 89.54007272418794
interval 4 56.03711503249224 53.35682740569905 58.85204225672096
interval 5 37.17291023990854 35.52279422335513 38.89967796496679
interval 6 24.87696688196232 23.829910270728 25.970029858083215
interval 7 16.777159087350302 16.103714543375354 17.478766546942516
interval 8 11.257022139471315 10.820003761235643 11.711691626443194
interval 9 7.552872647133497 7.240277882560209 7.87896350790967
interval 10 5.106614016659337 4.895738782522117 5.326572326170426
interval 11 3.4376240295834335 3.2988049041901975 3.582284891646354
interval 12 2.316699194179523 2.225422627337208 2.4117195045931386
interval 13 1.5601439635795207 1.5028606401475482 1.619610709117145
interval 14 1.0528778550925522 1.0126411701682356 1.0947133203759862
interval 15 0.7034641746559124 0.6803222785154865 0.7273932673558025
interval 16 0.47506684925298837 0.45935551422527404 0.49131555901706436
interval 17 0.3190179205008934 0.30838096436614154 0.33002177618161815
interval 18 0.2151050531903392 0.20860502236180783 0.22180762181155408
interval 19 0.14536250894170308 0.1409814559172731 0.14987970487569507
interval 20 0.09790650927913878 0.09507666099592617 0.10082058476619003
interval 21 0.06565129056083692 0.06378604494016352 0.06757108010610552
interval 22 0.04416696298050761 0.04297979138633943 0.045386926180882796
interval 23 0.02964438682863025 0.028884097432548793 0.03042468861966861
interval 24 0.019981618616531294 0.01945472176571809 0.020522785539912998
interval 25 0.013522163949720946 0.013204043263626867 0.013847949013225827
interval 26 0.009061022467263024 0.008853966919306374 0.009272920138567363
interval 27 0.006124471011585411 0.005964179622378693 0.0062890703410421874
interval 28 0.004113261408932387 0.004013773895697857 0.0042152148720551764
interval 29 0.0027722109497516525 0.0027104181713046836 0.0028354124951219775
interval 30 0.001932869465669925 0.0019010415639283368 0.001965230241257353
interval 31 0.09855835751221716 0.09756065986288551 0.09956625805071417
EOD
$p1s3 << EOD
median 1 0.001606083067599684 NaN NaN
median 2 0.0016189881134778261 NaN NaN
median 3 0.0016323613235726953 NaN NaN
median 4 0.0017061871476471424 NaN NaN
median 5 0.0016952326404862106 NaN NaN
median 6 0.0016406748327426612 NaN NaN
median 7 0.0016959167551249266 NaN NaN
median 8 0.0017708746017888188 NaN NaN
median 9 0.0017690800013951957 NaN NaN
median 10 0.0017828187556006014 NaN NaN
median 11 0.0016740401042625308 NaN NaN
median 12 0.0017000865191221237 NaN NaN
median 13 0.0017161397263407707 NaN NaN
median 14 0.0018194600706920028 NaN NaN
median 15 0.0018332633771933615 NaN NaN
median 16 0.001946164295077324 NaN NaN
median 17 0.0019231037585996091 NaN NaN
median 18 0.0020170094212517142 NaN NaN
median 19 0.0019734430825337768 NaN NaN
median 20 0.001930680708028376 NaN NaN
median 21 0.0019462331547401845 NaN NaN
median 22 0.001920627779327333 NaN NaN
median 23 0.001896513975225389 NaN NaN
median 24 0.002074724528938532 NaN NaN
median 25 0.0019431720720604062 NaN NaN
median 26 0.0018869186751544476 NaN NaN
median 27 0.0018604648648761213 NaN NaN
median 28 0.0018458035192452371 NaN NaN
median 29 0.0018187763052992523 NaN NaN
median 30 0.001858851930592209 NaN NaN
median 31 0.09586267918348312 NaN NaN
interval 1 0.0017389479019173776 0.001276051417591437 0.002369763290017399
interval 2 0.0017438303200042564 0.0012735183064944678 0.0023878291889943538
interval 3 0.0017700255681219802 0.0012855608846799676 0.0024370611685073764
interval 4 0.0018265501304100932 0.0013493568008484111 0.0024725005104679738
interval 5 0.0018157556456666617 0.0013284075400049721 0.0024818954014353264
interval 6 0.001806144736161614 0.0013648909247450634 0.0023900509182252917
interval 7 0.0018340618595882848 0.001386475945656017 0.002426138668568714
interval 8 0.0018250490869460918 0.0013808926329834448 0.002412066000067288
interval 9 0.0018563181483010332 0.0014007631682721401 0.0024600283229622324
interval 10 0.0018316854598145907 0.0013791158433565914 0.002432769980751127
interval 11 0.0017847727164057598 0.0013531614015011523 0.002354052994485804
interval 12 0.0018303537109793638 0.0013775305949682668 0.0024320292554904045
interval 13 0.001849002706649613 0.0014349965265738126 0.0023824524630455543
interval 14 0.0018661769882199802 0.0014449987883670245 0.0024101172813421235
interval 15 0.00185028385341074 0.001426750852048269 0.0023995432231756417
interval 16 0.001911862007649719 0.0014669913701306405 0.0024916413352649137
interval 17 0.002010580634766363 0.0015180666276432468 0.0026628834435108223
interval 18 0.001975869564658697 0.0015628748096687655 0.002497999527788135
interval 19 0.0019645297658131625 0.0015904118919665736 0.0024266526302150117
interval 20 0.0019820979733518726 0.0016447949714958074 0.0023885727060514754
interval 21 0.0019415636842406861 0.0016311399700048768 0.002311064414632054
interval 22 0.0019468128121236069 0.0016538386905379145 0.0022916866966124095
interval 23 0.0018966564015421375 0.0016085557288584333 0.0022363573987353993
interval 24 0.0019526656441939665 0.0016880760465899467 0.0022587271027971864
interval 25 0.0018915725648139686 0.0016388245487415412 0.002183300689939316
interval 26 0.0018362325654184316 0.001665547539623409 0.0020244093633409762
interval 27 0.0018010847382895958 0.0016046330235152152 0.0020215876072358194
interval 28 0.0017627138380498948 0.0016492577923133082 0.0018839747729761376
interval 29 0.001791690444316441 0.0016898263272037424 0.001899695013964472
interval 30 0.0018750259583369656 0.001821260579539852 0.0019303785432646416
interval 31 0.09724252017501762 0.09397003802636578 0.10062896566388052
EOD
$p1s4 << EOD
median 1 0.002868181560188532 NaN NaN
median 2 0.002807049313560128 NaN NaN
median 3 0.002770282910205424 NaN NaN
median 4 0.002641033031977713 NaN NaN
median 5 0.002644677762873471 NaN NaN
median 6 0.0025071788113564253 NaN NaN
median 7 0.0025433162227272987 NaN NaN
median 8 0.002292499761097133 NaN NaN
median 9 0.0023750674445182085 NaN NaN
median 10 0.002263423055410385 NaN NaN
median 11 0.0021982179023325443 NaN NaN
median 12 0.002290686476044357 NaN NaN
median 13 0.0023452305467799306 NaN NaN
median 14 0.0023756001610308886 NaN NaN
median 15 0.0023005689727142453 NaN NaN
median 16 0.0023303981870412827 NaN NaN
median 17 0.00240579666569829 NaN NaN
median 18 0.002249016077257693 NaN NaN
median 19 0.002179326955229044 NaN NaN
median 20 0.002166123711504042 NaN NaN
median 21 0.0019974911119788885 NaN NaN
median 22 0.002135616960003972 NaN NaN
median 23 0.0020295761059969664 NaN NaN
median 24 0.002160603180527687 NaN NaN
median 25 0.001931728736963123 NaN NaN
median 26 0.0019085740204900503 NaN NaN
median 27 0.0019104609382338822 NaN NaN
median 28 0.0018152084667235613 NaN NaN
median 29 0.0018735749181360006 NaN NaN
median 30 0.0018846665625460446 NaN NaN
median 31 0.09556364640593529 NaN NaN
interval 1 0.0026851643096251986 0.002010238060870991 0.0035866932927142926
interval 2 0.002661706648875154 0.0019766015826125152 0.003584274315566535
interval 3 0.0026542198209191423 0.0019680166699699827 0.003579686577485899
interval 4 0.0027115715344717605 0.0020457985523978308 0.0035940098686352627
interval 5 0.002658682955083057 0.001989131197311376 0.0035536092668012526
interval 6 0.002597332023375987 0.0020103358894219166 0.003355724620523134
interval 7 0.0026072932045550297 0.0020318325677715276 0.0033457372237982778
interval 8 0.0025663108590461827 0.0019816769355379183 0.0033234233628856497
interval 9 0.0025814373384830938 0.0020212352546310577 0.0032969040675728005
interval 10 0.002499978776923865 0.0019181094120285203 0.003258361512579249
interval 11 0.002352806102016815 0.0017983773589040793 0.003078161836435141
interval 12 0.0023884411240245504 0.0018121289214772078 0.0031480381640183477
interval 13 0.0023569263298932313 0.0018288560785625825 0.0030374734183075225
interval 14 0.0023740365423674417 0.0018342086391336663 0.003072741772254424
interval 15 0.002262175137358431 0.0017469032255940243 0.002929433226240956
interval 16 0.002289517585925438 0.0017675690649531632 0.0029655931868216674
interval 17 0.0023624480235458307 0.001833133914008626 0.0030446006269945316
interval 18 0.0022955000521998913 0.0018786807243639466 0.0028047982934586743
interval 19 0.0022097708699957705 0.001829404998869965 0.0026692215779984085
interval 20 0.002152537587722929 0.0018301348816574835 0.0025317358370677764
interval 21 0.0020561762781764956 0.0017870202979298135 0.002365871776517335
interval 22 0.0020693227946033403 0.0018186704949510548 0.002354520425856593
interval 23 0.0019971860535851005 0.0017179502699674533 0.002321808845322627
interval 24 0.0020264422726877637 0.0017972687641857597 0.0022848381757729795
interval 25 0.0019525244935055682 0.0017717186744097193 0.0021517817432326444
interval 26 0.001873277481192946 0.0017382764820776417 0.002018763158637642
interval 27 0.001870150074793609 0.0017203409218972886 0.0020330047711667196
interval 28 0.0018271035142352655 0.0017166638528524857 0.0019446481885103922
interval 29 0.0018232241598842812 0.0017235601694555603 0.0019286511698838906
interval 30 0.001878378853700082 0.0018444373360260607 0.001912944966528145
interval 31 0.09637149036425825 0.09428435672032152 0.09850482601878485
EOD
$p1s5 << EOD
median 1 0.0017149891937151551 NaN NaN
median 2 0.001729247160255909 NaN NaN
median 3 0.0017685145721770823 NaN NaN
median 4 0.0018058326095342636 NaN NaN
median 5 0.0016951880534179509 NaN NaN
median 6 0.0017677644500508904 NaN NaN
median 7 0.0019059176556766033 NaN NaN
median 8 0.0018899429705925286 NaN NaN
median 9 0.0019138194038532674 NaN NaN
median 10 0.001844148791860789 NaN NaN
median 11 0.0017870781593956053 NaN NaN
median 12 0.001953962433617562 NaN NaN
median 13 0.0019343000021763146 NaN NaN
median 14 0.0018656379543244839 NaN NaN
median 15 0.0019714049994945526 NaN NaN
median 16 0.0020801853388547897 NaN NaN
median 17 0.002117666881531477 NaN NaN
median 18 0.002101498772390187 NaN NaN
median 19 0.00212163885589689 NaN NaN
median 20 0.0020768381655216217 NaN NaN
median 21 0.0020888542057946324 NaN NaN
median 22 0.002052188152447343 NaN NaN
median 23 0.0020093044149689376 NaN NaN
median 24 0.002114734728820622 NaN NaN
median 25 0.002045088040176779 NaN NaN
median 26 0.0018987163784913719 NaN NaN
median 27 0.001954935723915696 NaN NaN
median 28 0.0018427471513859928 NaN NaN
median 29 0.0018527790089137852 NaN NaN
median 30 0.0018904920434579253 NaN NaN
median 31 0.09574493020772934 NaN NaN
interval 1 0.0018440541181248854 0.0012726089869884146 0.0026720977341363897
interval 2 0.0018493594656535477 0.00127236872844062 0.0026880025866353953
interval 3 0.0018512345936582046 0.001280081877893188 0.0026772268086454527
interval 4 0.0019084026175334 0.0013488755714212055 0.002700027065336382
interval 5 0.0018752531619371574 0.001312198560644351 0.002679910287074621
interval 6 0.0018747486153388954 0.0013503059211827802 0.0026028785889026336
interval 7 0.0019422929747891504 0.0014007023522028008 0.0026932931139742136
interval 8 0.0019553079698167324 0.001401092023544543 0.002728749570036564
interval 9 0.0020039179386953624 0.0014283591036386952 0.0028113988245639676
interval 10 0.00201695065112597 0.001439605278081119 0.0028258370478468375
interval 11 0.001982929473572357 0.0014192627593914643 0.002770459008484002
interval 12 0.0020344204666419056 0.0014597914999742773 0.0028352450573690823
interval 13 0.0020781657484605465 0.0015649303909668966 0.002759722031729614
interval 14 0.0020764761760821986 0.0015586605246898327 0.0027663196966478455
interval 15 0.0020132750175401444 0.0014957841351920023 0.0027098002986446846
interval 16 0.002079511043926627 0.0015595142969910623 0.0027728929386260028
interval 17 0.0021534253958691517 0.0016168445875747956 0.002868080810741307
interval 18 0.0020866893533235866 0.0016212514077993065 0.002685747834251392
interval 19 0.0020719236307738978 0.0016198885106170774 0.0026501006110130226
interval 20 0.002085685622557945 0.0016870233531104321 0.002578556193738812
interval 21 0.0020645961382640132 0.0017176597710169602 0.002481607409138412
interval 22 0.0020229122612475535 0.001672446030925336 0.002446819772379477
interval 23 0.001955096471294165 0.0016259435945958566 0.0023508824197662212
interval 24 0.0020562851855074277 0.0017384411605901428 0.0024322415161304317
interval 25 0.0019990670836115623 0.0017203065476090902 0.0023229983111633886
interval 26 0.00189900880557895 0.0017152256590504892 0.002102483964508041
interval 27 0.001868655558972733 0.001662080188136413 0.002100905613943282
interval 28 0.0018215381693294308 0.0016899364974318036 0.0019633881553338724
interval 29 0.0018428342741920976 0.0017177306847853497 0.00197704925004672
interval 30 0.0018994383428020394 0.001804375671551353 0.001999509345525931
interval 31 0.09724679221915747 0.09386384108502556 0.10075166845504988
EOD
$p1s6 << EOD
theory 1 197.68142963078006 NaN NaN
theory 2 132.39993079031444 NaN NaN
theory 3 88.67672449567607 NaN NaN
theory 4 59.39248925844065 NaN NaN
theory 5 39.77895891368867 NaN NaN
theory 6 26.642519820501562 NaN NaN
theory 7 17.844204116200615 NaN NaN
theory 8 11.951407850529533 NaN NaN
theory 9 8.004624284700885 NaN NaN
theory 10 5.361210222307343 NaN NaN
theory 11 3.590746301823058 NaN NaN
theory 12 2.4049530739175 NaN NaN
theory 13 1.6107513039305341 NaN NaN
theory 14 1.0788234461837645 NaN NaN
theory 15 0.7225572471652066 NaN NaN
theory 16 0.483942926229312 NaN NaN
theory 17 0.32412761309394383 NaN NaN
theory 18 0.21708904888548003 NaN NaN
theory 19 0.14539845802135667 NaN NaN
theory 20 0.09738267178157145 NaN NaN
theory 21 0.06522342047069246 NaN NaN
theory 22 0.04368430748581886 NaN NaN
theory 23 0.02925818221037726 NaN NaN
theory 24 0.019596080961877014 NaN NaN
theory 25 0.013124752122441827 NaN NaN
theory 26 0.008790488190504056 NaN NaN
theory 27 0.005887553677700613 NaN NaN
theory 28 0.003943272268456158 NaN NaN
theory 29 0.002641062321362682 NaN NaN
theory 30 0.0017688888086980928 NaN NaN
theory 31 0.0011847382745299763 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6'

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
    "beside = first > (strlen(lost_word) + 7)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(min(0.9*cell_inch, 1.1*text_inch), 0))

# A mark's number stands right of it. Where this would touch the next mark of the line, is_close(), the marks are a run, with
# the least and the largest of their numbers left of the first.
axis_letters = cell_inch/char_inch - left_letters - 1.5 - guide_letters
same_line(i) = i < |$lost| && word($lost[i], 1) eq word($lost[i + 1], 1) && word($lost[i], 2) eq word($lost[i + 1], 2)
apart_letters(i) = same_line(i) ? axis_letters*(x_part(num(word($lost[i + 1], 3))) - x_part(num(word($lost[i], 3)))) : 1e9
number_letters(i) = strlen(word($lost[i], 4)) + 1.6
is_close(i) = same_line(i) && \
    apart_letters(i) < number_letters(i) + (same_line(i + 1) && apart_letters(i + 1) < number_letters(i + 1) ? 6.5 : 0)
range_text(low, high) = low == high ? sprintf('%d', low) : sprintf('%d–%d', low, high)

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
    "run = 0; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); n = int(word($lost[i], 4)); " . \
    "if (!run) { run_x = x; run_low = n; run_high = n }; " . \
    "run = run + 1; run_low = min(run_low, n); run_high = max(run_high, n); " . \
    "if (run > 1 && !is_close(i)) { set label tx(range_text(run_low, run_high)) at first run_x, graph lost_y(k) right offset character -0.7, 0 textcolor rgb ink }; " . \
    "if (run == 1 && !is_close(i)) { set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink }; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k]; run = is_close(i) ? run : 0 } }"
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
