# A figure of normlab. `gnuplot steps.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" steps.gp draws one of them, so many inches wide;
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

# 1 to 11: the norms. 12: values printed elsewhere. From 13 on: names not known here, and second variants of a norm in a figure.
# From 25 on: verdicts of claims. 28: theory.
array style_rgb[28] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000 ]
array style_point[28] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1 ]
array style_dash[28] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
set_linetypes = 'do for [i = 1:28] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
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
lt_inconclusive           = 27
lt_theory                 = 28

# The line type of a name; the next one that no norm has.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# The second line of a norm in a figure: its colour, thinner and dotted (solid where the first is
# nearly dotted), with a larger point, hollow for filled, that stands on white. `line` is the line
# type to set so, `first` that of the norm's first line.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# Values printed elsewhere: large hollow points in the colour of line type `first`, of another shape
# for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through: for bands (14 %) and those that have edges (6 %, for many may lie one
# upon the other), for bars (30 %) and the points of single seeds (45 %).
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts in points, true at the size in which the figure is drawn.
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

# A label that leaves room for another one in a text terminal of so many columns.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is a value's place in it, and
# heat_ink(part) stands out on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots: the region that a claim leaves, and the head of an interval that is cut at the axis' end.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# Terminals, for a figure of so many inches; text has `page_lines` lines.
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

# A line to hold the data against; its label is in guide_ink.
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

name = 'steps'
title = 'Squared gradient of the pre-activations against the layer after steps of rate 0.1, MLP of 20 layers'
caption = 'fashion-mnist, 10 seeds: geometric means'
x_label = 'layer'
y_label = 'mean square'
lost_word = 'diverged'
template = 'lines'; seeds = 10; x_log = 0; y_log = 10; medians = 0; curve = 1; seed_lines = 0; band = 0

# The lines of the key.
entries = 3
array label[4]; array style[4]; array look[4]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'layernorm'
style[3] = 'layernorm'; look[3] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'before training'
note[1] = ''
$p1s1 << EOD
mean 1 0.004266479200707931 0.0015810460317879915 0.007024767342954874
mean 2 0.0042219064278973765 0.0016026116209104657 0.0066521912813186646
mean 3 0.004170056863884573 0.001601636759005487 0.006531560327857733
mean 4 0.004162229739411336 0.0017296860460191965 0.006191587541252375
mean 5 0.004184404269595643 0.0016598529182374477 0.00603905413299799
mean 6 0.0040873734653476095 0.0016436607111245394 0.0063415528275072575
mean 7 0.003932469266758238 0.0015615512384101748 0.005707981996238232
mean 8 0.003887319319004795 0.0016984321409836411 0.005503813736140728
mean 9 0.003879995804113243 0.0019273587968200445 0.005393920466303825
mean 10 0.003804135036881067 0.00214023282751441 0.005370632745325565
mean 11 0.003880867146690652 0.002137529430910945 0.005398287903517485
mean 12 0.003891027771728024 0.002258255844935775 0.005521218758076429
mean 13 0.003940755183904824 0.0023800181224942207 0.004999018739908934
mean 14 0.00389492081022616 0.00256067281588912 0.0047724503092467785
mean 15 0.0039524427202431486 0.0028127364348620176 0.00501728942617774
mean 16 0.00397590719795317 0.0026480399537831545 0.004996748641133308
mean 17 0.003987414988244804 0.003017737064510584 0.004889813717454672
mean 18 0.003972986730592819 0.003104614559561014 0.0048162383027374744
mean 19 0.004095749813000547 0.003496220801025629 0.004577253945171833
mean 20 0.0040987033794274205 0.0035487262066453695 0.004944327753037214
mean 21 0.10383349739299721 0.0950852632522583 0.11894382536411285
EOD
$p1s2 << EOD
mean 1 8.185805801451927 7.427248954772949 9.40526008605957
mean 2 5.057487057756244 4.543148517608643 5.982274055480957
mean 3 3.292720175840052 2.9761972427368164 3.975660800933838
mean 4 2.1532195010946675 1.9566019773483276 2.5423707962036133
mean 5 1.4309604175127808 1.3111642599105835 1.6788077354431152
mean 6 0.9607877136022386 0.8819165825843811 1.1161524057388306
mean 7 0.6410416615538884 0.5823875665664673 0.7315406203269958
mean 8 0.4343747881487975 0.3938286304473877 0.49395933747291565
mean 9 0.2931343432293792 0.26575803756713867 0.331204354763031
mean 10 0.19831941246470852 0.18074725568294525 0.22583642601966858
mean 11 0.1324575905213272 0.1213415190577507 0.1480550915002823
mean 12 0.08863194534632529 0.08098781853914261 0.09843434393405914
mean 13 0.059790298399752535 0.055377572774887085 0.06622733175754547
mean 14 0.040157985588931966 0.037793293595314026 0.044329095631837845
mean 15 0.027212394320745865 0.025446251034736633 0.02957192435860634
mean 16 0.018209180692589866 0.016938447952270508 0.019609013572335243
mean 17 0.012288053758899749 0.011451778933405876 0.013006290420889854
mean 18 0.008258216005189667 0.007725676521658897 0.008818996138870716
mean 19 0.005528993539395353 0.005157029256224632 0.005790447350591421
mean 20 0.003854445382778629 0.0037056219298392534 0.003984896000474691
mean 21 0.09890871565812975 0.09816833585500717 0.09959156066179276
EOD
$p1s3 << EOD
mean 1 0.0033930441913565873 0.0015440798597410321 0.005862773396074772
mean 2 0.0033415943792374425 0.0016726909670978785 0.006033699028193951
mean 3 0.00344481691363714 0.0017785340314731002 0.006217543035745621
mean 4 0.0034072592770574214 0.0017598242266103625 0.006542847491800785
mean 5 0.0034499723586656965 0.0016972757875919342 0.006635463796555996
mean 6 0.003345593012126754 0.0015473567182198167 0.006901093292981386
mean 7 0.0032293827908957493 0.0016478545730933547 0.005530248861759901
mean 8 0.003502970170655642 0.0018730263691395521 0.0063807666301727295
mean 9 0.003615261796211175 0.0020829993300139904 0.006136330775916576
mean 10 0.0036795181888201554 0.002231172751635313 0.006024515256285667
mean 11 0.0038045594239418832 0.0018603376811370254 0.005781220737844706
mean 12 0.003642475764584811 0.002122419187799096 0.005626622121781111
mean 13 0.003547877426910721 0.002261650748550892 0.006317140068858862
mean 14 0.0034509034697347944 0.0023191345389932394 0.007364771328866482
mean 15 0.0035295506500211734 0.0025622339453548193 0.006871422752737999
mean 16 0.0036896550646794307 0.0027460583951324224 0.0065625617280602455
mean 17 0.003640388541083052 0.0030291667208075523 0.006459402851760387
mean 18 0.0036920869647440353 0.0029853873420506716 0.0057188766077160835
mean 19 0.0037506931004505414 0.0032417248003184795 0.004614589270204306
mean 20 0.003929608674574122 0.003614082932472229 0.004380485042929649
mean 21 0.0987543395380829 0.0942426398396492 0.11295654624700546
EOD
lines[1] = ' 1 2 3'

panel_title[2] = 'after step 1'
note[2] = ''
$p2s1 << EOD
mean 1 0.007428727425100938 0.0008644773042760789 0.06346990913152695
mean 2 0.007363352933504059 0.0009010215871967375 0.06584324687719345
mean 3 0.007187783896197726 0.0009038150892592967 0.06710496544837952
mean 4 0.007135723117793131 0.001046526711434126 0.05970842391252518
mean 5 0.0070751818333222895 0.0010910917771980166 0.0557594820857048
mean 6 0.006955300495613597 0.0010851369006559253 0.052198946475982666
mean 7 0.0066705678964960775 0.001073146122507751 0.04967973008751869
mean 8 0.006226301256840247 0.00123910466209054 0.044130850583314896
mean 9 0.005982718271087724 0.001465591718442738 0.04207422584295273
mean 10 0.005544030168152148 0.001724672387354076 0.04070567712187767
mean 11 0.005510761327702487 0.0019506118260324001 0.032694313675165176
mean 12 0.005411890010171206 0.0020531341433525085 0.03007572516798973
mean 13 0.0054172695143754526 0.0024173567071557045 0.026804372668266296
mean 14 0.00519136239181348 0.002532605081796646 0.02083720453083515
mean 15 0.004806555194180163 0.002717024879530072 0.015617470256984234
mean 16 0.004686836799812917 0.002737989416345954 0.012173527851700783
mean 17 0.004645668261732006 0.0030383439734578133 0.011147065088152885
mean 18 0.004588924722118836 0.003220377955585718 0.008416778407990932
mean 19 0.004863242688382485 0.0034794979728758335 0.007788993418216705
mean 20 0.004644572327096142 0.0031799639109522104 0.006571860518306494
mean 21 0.12661322484185739 0.09517894685268402 0.1794978380203247
EOD
$p2s2 << EOD
mean 1 6.2872607575521835 5.5593438148498535 7.373696327209473
mean 2 4.307355725180506 3.5714759826660156 4.8247151374816895
mean 3 2.782492441091356 2.2852373123168945 3.043210744857788
mean 4 1.8502426152601747 1.45317542552948 2.097801685333252
mean 5 1.245936068726691 1.0308136940002441 1.3477267026901245
mean 6 0.8540297511651421 0.7043760418891907 0.9312947988510132
mean 7 0.5871477113187862 0.49145400524139404 0.6269228458404541
mean 8 0.40562899579641487 0.33890500664711 0.43649357557296753
mean 9 0.27427348685379493 0.22586365044116974 0.29201382398605347
mean 10 0.1901174355558094 0.1613771617412567 0.20318709313869476
mean 11 0.12875087607361652 0.11129522323608398 0.13971051573753357
mean 12 0.0863300972295361 0.07520972192287445 0.09126607328653336
mean 13 0.05843718467973779 0.05137430876493454 0.061952829360961914
mean 14 0.039162739326739575 0.03469156473875046 0.04138428345322609
mean 15 0.026295810014122605 0.023519419133663177 0.02752665802836418
mean 16 0.017726570574485782 0.015714827924966812 0.01869969815015793
mean 17 0.011984018534623343 0.01078065950423479 0.012778695672750473
mean 18 0.008070604792936835 0.007354686036705971 0.008751668967306614
mean 19 0.0054050556491149785 0.004922820255160332 0.0057527776807546616
mean 20 0.003737115818385818 0.0035896198824048042 0.003952767234295607
mean 21 0.09679105493300898 0.09541551768779755 0.09911424666643143
EOD
$p2s3 << EOD
mean 1 8.670360912137747e-05 1.5189139048743527e-05 0.0006087542278692126
mean 2 8.870152068932536e-05 1.6536861949134618e-05 0.0005576055846177042
mean 3 9.537532823001431e-05 1.694722959655337e-05 0.0006155031733214855
mean 4 9.987053004626071e-05 1.8636817912920378e-05 0.0006900264415889978
mean 5 0.00010885386794067583 2.0676992789958604e-05 0.0006173767033033073
mean 6 0.00011801356229815809 2.296748243679758e-05 0.0006167221581563354
mean 7 0.00013318455399515206 2.7990861781290732e-05 0.0006673801108263433
mean 8 0.00016579029228566916 3.4190943551948294e-05 0.0007893614820204675
mean 9 0.00019733380445217418 3.6800483940169215e-05 0.000874588789884001
mean 10 0.00025065560364716195 5.253102790447883e-05 0.0009415418026037514
mean 11 0.00032075522773832927 7.343455945374444e-05 0.0013076573377475142
mean 12 0.0004059222944976419 9.712383325677365e-05 0.0015937017742544413
mean 13 0.0004992563832193467 0.00014749915862921625 0.001393566490150988
mean 14 0.0006370795470050769 0.00020845193648710847 0.0017049825983121991
mean 15 0.000847792709206925 0.00028988238773308694 0.0017015452031046152
mean 16 0.001120302039211931 0.0004891359130851924 0.0018380903638899326
mean 17 0.0014611392704217648 0.0008396862540394068 0.0021333855111151934
mean 18 0.001987643382494686 0.0013027128297835588 0.0025347319897264242
mean 19 0.0027351281482945575 0.002043029060587287 0.00343175302259624
mean 20 0.004207265390298966 0.003638993948698044 0.005120924208313227
mean 21 0.11352958307910414 0.09778012335300446 0.1416003257036209
EOD
lines[2] = ' 1 2 3'

panel_title[3] = 'after step 10'
note[3] = ''
$p3s1 << EOD
mean 1 3.9644025451210985e-05 3.4420493193465518e-06 0.00031723902793601155
mean 2 5.734800980892383e-05 9.927322025760077e-06 0.00034368352498859167
mean 3 7.639681957615892e-05 1.6675487131578848e-05 0.00035736546851694584
mean 4 9.39696685500936e-05 2.152454362658318e-05 0.0003965062496718019
mean 5 0.00011965323595792659 3.131431367364712e-05 0.00043417286360636353
mean 6 0.0001438393381003446 3.936557550332509e-05 0.0004643182619474828
mean 7 0.00016900722183158364 4.698884004028514e-05 0.00048199130105786026
mean 8 0.00021492866679687152 7.031390850897878e-05 0.0005550674977712333
mean 9 0.0002744616096267913 8.792641892796382e-05 0.0006247933488339186
mean 10 0.0003371088132511457 0.00012967623479198664 0.0007506058900617063
mean 11 0.00043423527636137535 0.00016697650426067412 0.000848182535264641
mean 12 0.0005317067252740779 0.00021119974553585052 0.0008868174627423286
mean 13 0.0006643789870541331 0.00029072450706735253 0.000980869634076953
mean 14 0.0008054163155178947 0.00039394182385876775 0.0011827608104795218
mean 15 0.0009845538671368406 0.0004869353724643588 0.001440389663912356
mean 16 0.001209700164473828 0.0006288164877332747 0.0016993359895423055
mean 17 0.0015189532068997057 0.0008903960115276277 0.0019508821424096823
mean 18 0.0019260115124159292 0.0011329856934025884 0.002681355457752943
mean 19 0.002411522896561331 0.0015520337037742138 0.003476360347121954
mean 20 0.002940254894679221 0.002022813307121396 0.004508065525442362
mean 21 0.08877034970867177 0.08630359917879105 0.08991549909114838
EOD
$p3s2 << EOD
mean 1 0.029240353392689516 0.023986326530575752 0.035207897424697876
mean 2 0.02946822049232977 0.023409627377986908 0.03651720657944679
mean 3 0.030822756952367 0.02649620920419693 0.03819935768842697
mean 4 0.03453994109053653 0.0301752258092165 0.0391664020717144
mean 5 0.03746793008068286 0.033297695219516754 0.044310081750154495
mean 6 0.041478758478144875 0.03527592495083809 0.048670146614313126
mean 7 0.04401939103242515 0.03699803724884987 0.05130784213542938
mean 8 0.04610518115736043 0.03933899104595184 0.05459989607334137
mean 9 0.04527637701453371 0.03999699652194977 0.05394762009382248
mean 10 0.04373588721344132 0.039699409157037735 0.05068105086684227
mean 11 0.0390672770417823 0.037560299038887024 0.044003672897815704
mean 12 0.032740099202570365 0.030417878180742264 0.03711593523621559
mean 13 0.02629303217336559 0.024315958842635155 0.028413783758878708
mean 14 0.020071681766360778 0.018704595044255257 0.02278902567923069
mean 15 0.014863609300485537 0.013509294018149376 0.016953090205788612
mean 16 0.011004915926898156 0.010129664093255997 0.012005779892206192
mean 17 0.007819855640570942 0.007135473657399416 0.008711704984307289
mean 18 0.005512450692662641 0.0050957780331373215 0.006430550944060087
mean 19 0.0038014744879820844 0.00342713575810194 0.004387782886624336
mean 20 0.002801211195298166 0.0026898421347141266 0.002980662975460291
mean 21 0.07495039111190051 0.06971047818660736 0.07961833477020264
EOD
$p3s3 << EOD
mean 1 1.8918009602979709e-06 1.8934331080799893e-07 1.3242394743429031e-05
mean 2 1.9309527042294775e-06 1.9545291252143215e-07 1.5189944861049298e-05
mean 3 2.0442989018853453e-06 2.2466542759502772e-07 1.6168180081876926e-05
mean 4 2.128793862657706e-06 2.0188910809793015e-07 1.5216428437270224e-05
mean 5 2.3016945753810287e-06 2.3243796931637917e-07 1.6275533198495395e-05
mean 6 2.4522433596020162e-06 3.043299159344315e-07 1.659140434639994e-05
mean 7 2.7910371611744025e-06 4.3225682588854397e-07 1.5246208022290375e-05
mean 8 3.433061583902652e-06 5.988779321342008e-07 1.6292045984300785e-05
mean 9 4.2708426038299105e-06 7.769726266815269e-07 1.8451637515681796e-05
mean 10 5.800959767609805e-06 1.3658848274644697e-06 2.235465399280656e-05
mean 11 7.702500145049914e-06 1.8743774035101524e-06 2.4191382181015797e-05
mean 12 1.0504993421386014e-05 3.063959866267396e-06 2.8377529815770686e-05
mean 13 1.4906295071683873e-05 5.002271336707054e-06 3.683862814796157e-05
mean 14 2.325397608860617e-05 8.96808887773659e-06 5.024822894483805e-05
mean 15 3.8038756118082e-05 1.7051257600542158e-05 7.679721602471545e-05
mean 16 6.456651442805254e-05 2.676937947398983e-05 0.00010777459829114377
mean 17 0.00012284877601822144 6.698531069559976e-05 0.000173679378349334
mean 18 0.0002794326238514458 0.0001590496685821563 0.00037180676008574665
mean 19 0.000735136613436136 0.0005368528654798865 0.0009836864192038774
mean 20 0.0032029933875177123 0.0025673967320472 0.003903827629983425
mean 21 0.10020212620324431 0.0918157622218132 0.11554978042840958
EOD
lines[3] = ' 1 2 3'

panel_title[4] = 'after step 100'
note[4] = ''
$p4s1 << EOD
mean 1 0.0002679160867027958 9.297622455051169e-05 0.0010789756197482347
mean 2 0.0003073901343325278 0.00012092895485693589 0.0012335465289652348
mean 3 0.00034845407771227807 0.0001336441346211359 0.0014316787710413337
mean 4 0.0003838783368025454 0.0001526656560599804 0.0016239758115261793
mean 5 0.0004203380088693025 0.0001784295600373298 0.0017365994863212109
mean 6 0.00046493237986676027 0.00020099434186704457 0.0020747629459947348
mean 7 0.0005050046363814553 0.00021238757472019643 0.0022654482163488865
mean 8 0.0005606552429898813 0.0002523322473280132 0.0026522616390138865
mean 9 0.0006400959805583169 0.0003128886455669999 0.0027332266326993704
mean 10 0.0006919695868401761 0.00031968034454621375 0.0032436184119433165
mean 11 0.0008158888561063908 0.00042714952724054456 0.0035292855463922024
mean 12 0.000918851555486102 0.0005094651132822037 0.0036681981291621923
mean 13 0.0010333323109812144 0.0005309686530381441 0.0035463913809508085
mean 14 0.0011855986420457258 0.00059027987299487 0.003541467245668173
mean 15 0.0013004278461763146 0.0006796400994062424 0.0033891405910253525
mean 16 0.0014757658612191385 0.0007608474115841091 0.003179711988195777
mean 17 0.0016376532363274465 0.0010272181825712323 0.002976439194753766
mean 18 0.001828657610048737 0.0011359656928107142 0.0026408161502331495
mean 19 0.002096999634435223 0.001265635248273611 0.0029109863098710775
mean 20 0.0025068079978647928 0.0016082145739346743 0.0035562238190323114
mean 21 0.08041221157171287 0.07333969324827194 0.09304819256067276
EOD
$p4s2 << EOD
mean 1 0.005665385034143713 0.0042191678658127785 0.007694109808653593
mean 2 0.004843476633668713 0.003600205760449171 0.006924141198396683
mean 3 0.004211175385485653 0.0031997698824852705 0.00592151889577508
mean 4 0.0039781415010865925 0.0031517958268523216 0.0052821822464466095
mean 5 0.0037085368872212077 0.0028941859491169453 0.004732618574053049
mean 6 0.0036642642629893763 0.0029477851931005716 0.004859827924519777
mean 7 0.0036577162962144836 0.0030207375530153513 0.00498446449637413
mean 8 0.003709211740584904 0.003025172743946314 0.005268744193017483
mean 9 0.0037170885316415055 0.003008355852216482 0.005188466049730778
mean 10 0.003687569253775257 0.0029124419670552015 0.004910327028483152
mean 11 0.0035579962367950427 0.0029138196259737015 0.004615131299942732
mean 12 0.0034090840677062045 0.0028168829157948494 0.0044963909313082695
mean 13 0.003128892925323978 0.0025724361184984446 0.0042066993191838264
mean 14 0.002809560103842364 0.0024514393880963326 0.003596905153244734
mean 15 0.0025213175752815294 0.0021886471658945084 0.0030467126052826643
mean 16 0.002229072921510694 0.0019634824711829424 0.0026885950937867165
mean 17 0.0019184775239812354 0.001633182866498828 0.0021707930136471987
mean 18 0.001655554113404176 0.0014173348899930716 0.0018298120703548193
mean 19 0.0014107419883139785 0.0013042771024629474 0.0015466575277969241
mean 20 0.0014231750436427965 0.0013326586922630668 0.0015357809606939554
mean 21 0.044416575782864454 0.041316743940114975 0.048857979476451874
EOD
$p4s3 << EOD
mean 1 0.0006181461878224198 4.114831244805828e-05 0.0029713239055126905
mean 2 0.0004439266413035107 4.082463783561252e-05 0.002065289532765746
mean 3 0.00032254958172613877 3.941061731893569e-05 0.001243450096808374
mean 4 0.0002441404364484499 4.306999107939191e-05 0.0007849848479963839
mean 5 0.00019012601803811372 4.398647433845326e-05 0.0005651762476190925
mean 6 0.00015855745467990498 4.4912274461239576e-05 0.00043095072032883763
mean 7 0.00013173569032274706 4.186774822301231e-05 0.0003278277290519327
mean 8 0.00012307738603102125 5.294164293445647e-05 0.0002691453555598855
mean 9 0.000110583318242801 5.0715454563032836e-05 0.0002115312236128375
mean 10 9.827222604042536e-05 4.9344518629368395e-05 0.00019689262262545526
mean 11 9.574486347410291e-05 4.977950084139593e-05 0.00018106834613718092
mean 12 9.564387642759791e-05 5.965298259980045e-05 0.00016697615501470864
mean 13 9.467032419430255e-05 5.1928142056567594e-05 0.00019519479246810079
mean 14 9.569658602507771e-05 5.146117473486811e-05 0.00019368261564522982
mean 15 9.988866181079916e-05 5.77842874918133e-05 0.00018324964912608266
mean 16 0.00011414589524078367 6.497490539913997e-05 0.0002137387782568112
mean 17 0.0001366535253541228 8.552958024665713e-05 0.0002600056759547442
mean 18 0.00020427870364612898 0.0001507560518803075 0.0004066888359375298
mean 19 0.00041261839031994803 0.0003460565349087119 0.0006148438551463187
mean 20 0.002090237018502795 0.0015653014415875077 0.0028133573941886425
mean 21 0.0799122490205046 0.06986979395151138 0.09137263894081116
EOD
lines[4] = ' 1 2 3'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of one's own (normlab plot --style) may be older than this.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# The number in s: gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# s in lines of at most n letters, broken at blanks where there are any; and the number of its lines.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# In lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# Text as it stands, and for LaTeX, where some letters mean something else. By halves: functions nest 250 deep at most.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# The same for a tick, whose text gnuplot takes for a format.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# On a y axis the last tick is near the end: a round number, if it is far enough from the one before.
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

# ---- Lines of the key: the line type of their norm, a variant for its second line, hollow points for printed values. ----

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

# ---- What the rows reach over, in one pass over them. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # means or medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; has_range = 0; has_median = 0; lost_count = 0; refused_count = 0
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band'
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# With more different x than ten, ticks are gnuplot's own.
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? (take(p, l), take(p, h), has_range = has_range || w ne 'band') : 0, \
    has_median = has_median || w eq 'median', \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# The lines that a panel has, by their look. Of an empty list nothing may be plotted, not even by a loop.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN
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

# The caption says how seeds are drawn.
if (seeds > 1 && template ne 'forest') {
    caption = caption . (band || bands || template eq 'heat' ? '' : has_range && curve ? '; bands: range of the seeds' : \
        has_range ? '; thin bars: range of the seeds' . (any_seeds ? ', each a faint point' : '') : ', every seed a ' . (seed_lines ? 'thin line' : 'faint point'))
    if (has_median && !medians) { caption = caption . '; medians' . (has_range && !band && any_seeds ? ' and every seed' : '') . ' where some fail to learn' }
}

# x in order.
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

# Trials without a value: panel, line, x, their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# The key of n_key lines: as many columns as fit.
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

# What stands above the panels, and the strip of the y label beside them.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
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
# The plot that makes the key: what(k) is the style of its line k, where in_key(k).
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# A part of a plot statement for each line of a list, none for an empty list. what: the part from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# What a row gives as x when it is one of these words; rows of others are not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it; or else those side by side.
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

# Marks for diverged trials stand above a panel: a row for each line that has some.
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

# All panels have the margin that the widest ticks need: axes above each other then begin at the same x, and all are equally
# wide. In a text terminal a letter is one unit wide, as are margins. gnuplot's own ticks meet on axes of few lines.
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
# Text above the axes stands in their middle, which ticks push to the right; in small multiples, over ticks and axes.
middle(p) = with_faint ? sprintf('screen %.17g', (left_inch + ((p - 1) % panel_columns + 0.5)*cell_inch)/width) : 'graph 0.5'
off_middle = with_faint ? 0 : max(0, (left_letters - 1.5 - guide_letters)*1.15*char_inch)
text_inch = min(0.82*cell_inch, max(0.5*cell_inch, 0.98*cell_inch - off_middle))
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# Small multiples have smaller titles where some would take more than two lines.
small_titles = 0
do for [p = 1:panels] { small_titles = small_titles || (with_faint && strlen(panel_title[p]) > 2*letters(text_inch, 1)) }
title_letters = letters(text_inch, !small_titles)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
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

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
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
# In a text terminal, which has no y label, it stands in the panel's title, as does what diverged.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then, those of each line in the gaps of the others'. Few stand
# apart, each line's a little aside, with their range as a thin bar.
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
    # Names that meet push each other apart.
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

# Ticks at the values of x; every second or third where they are too close. On a linear axis, others where two of these
# would meet, or where they are long, as the third of an epoch.
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
                part(curve ? drawn : '', "using (pick('mean median', $2)):(max($4, low[p])):5 with filledcurves lc rgb (entries > 4 ? spread(line[d(i)]) : band(line[d(i)]))") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):4 with lines lt line[d(i)] lw 0.6") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):5 with lines lt line[d(i)] lw 0.6") . \
                all_bands . \
                part(curve || bands ? '' : drawn, "using (pick('mean median', at($2, d(i)))):3:4:5 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(seed_lines ? '' : drawn, "using (pick('seed', at($2, d(i)))):3 with points lt line[d(i)] ps 0.5 lc rgb faint(line[d(i)])") . \
                part(seed_lines ? drawn : '', "using (pick('seed', $2)):3 with lines lt line[d(i)] dt solid lw ".(has_median ? "1" : "0.6")." lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with ".(bands || curve ? 'lines' : 'linespoints')." lt line[d(i)]") . \
                part(curve && !bands ? drawn : '', "every stride::phase(i) using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt line[th(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    # In a text terminal lines that are less than a row apart lie upon each other; long curves do so somewhere.
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
