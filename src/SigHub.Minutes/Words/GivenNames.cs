namespace SigHub.Minutes.Words;

/// <summary>
/// Given names that are common and no words of sentences, so that "Kate update the page" has an owner where no roll call
/// names Kate. Names that are also verbs or things ("Mark", "Bill", "Grant") are left out.
/// </summary>
internal static class GivenNames
{
    private static readonly HashSet<string> Common = new(
        (
            "Aaron Abby Abigail Adam Adrian Ahmed Aidan Akira Alan Albert Alejandro Alex Alexander Alexandra Alexis Alfred Ali Alice Alicia "
            + "Alison Allison Amanda Amelia Amir Amit Amy Ana Anand Anders Andre Andrea Andreas Andres Andrew Andy Angela Anil Anita Anja Ankit "
            + "Ann Anna Anne Annika Anthony Antonio Antony Arjun Arnaud Arnold Arthur Arun Ashley Astrid Barbara Barry Beate Ben Benjamin "
            + "Bernard Bernd Bert Beth Bianca Birgit Bjorn Björn Bob Boris Brad Brandon Brenda Brendan Brent Brian Bruce Bryan Carl Carla Carlos "
            + "Carol Caroline Catherine Cecilia Cedric Charles Charlie Charlotte Chen Chloe Chris Christian Christina Christine Christof "
            + "Christoph Christopher Claire Clara Claude Claudia Colin Connor Corey Craig Cynthia Dan Dana Daniel Daniela Danny Dave David "
            + "Debbie Deborah Denis Dennis Derek Diana Diane Diego Dieter Dirk Dmitri Dmitry Dominik Don Donald Donna Dorothy Doug Douglas "
            + "Duncan Dylan Ed Eddie Edgar Eduardo Edward Eileen Elena Eli Elias Elisabeth Elizabeth Ella Ellen Emil Emily Emma Enrique Eric "
            + "Erica Erik Erika Erin Ernst Ethan Eugene Eva Evan Eve Fabian Fatima Federico Felix Fernando Florian Francesco Francis Francisco "
            + "Franz Fred Frederic Frederik Fredrik Fritz Gabriel Gabriela Gareth Gary Gavin Geoff George Georg Gerald Gerhard Gina Giovanni "
            + "Giulia Glenn Gordon Graham Greg Gregory Guido Guillaume Gunnar Gustav Hannah Hannes Hans Harald Harold Harry Hassan Heather "
            + "Heidi Heike Heinrich Heinz Helen Helena Helga Henrik Henry Herbert Hiroshi Holger Howard Hugh Hugo Hussein Ian Igor Ilya Ines "
            + "Inga Ingo Ingrid Irene Iris Isaac Isabel Isabella Ivan Jacob Jacques Jakob James Jamie Jan Jane Janet Janine Jason Javier Jean "
            + "Jeff Jeffrey Jen Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jessie Jill Jim Jimmy Jo Joachim Joan Joanna Joe Joel "
            + "Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose Josef Joseph Josh Joshua Juan Judith Judy Julia Julian "
            + "Julie Jun Jürgen Justin Kai Karen Karin Karl Karsten Kate Katharina Katherine Kathleen Kathrin Kathy Katie Katja Kay Keith "
            + "Kelly Ken Kenneth Kenji Kerstin Kevin Kim Kirsten Klaus Krishna Kristin Kristina Kumar Kurt Kyle Lars Larry Laura Lauren "
            + "Laurent Lea Leah Lee Lena Leo Leon Leonard Leonardo Li Lina Linda Lindsay Lisa Liz Lorenz Lorenzo Louis Louise Luc Luca Lucas "
            + "Lucia Lucy Luis Lukas Luke Lutz Lydia Lynn Magnus Manfred Manuel Marc Marcel Marco Marcus Margaret Maria Marie Marina Mario "
            + "Marion Marius Markus Marta Martha Martin Martina Mary Mateo Mathias Matt Matteo Matthew Matthias Maya Megan Mehmet Melanie "
            + "Melissa Mia Michael Michaela Michel Michelle Miguel Mika Mike Mikael Milan Ming Miriam Mohamed Mohammed Moritz Monica Monika "
            + "Muhammad Nadia Nadine Nancy Natalie Natasha Nate Nathan Neil Neha Niall Nicholas Nick Nicola Nicolas Nicole Niels Nigel "
            + "Nikhil Niklas Nikolai Nils Nina Noah Noel Nora Norbert Norman Olaf Ole Oleg Olga Oliver Olivia Olivier Omar Oscar Oskar Otto "
            + "Owen Pablo Pamela Paola Paolo Patricia Patrick Patrik Paul Paula Pedro Per Peter Petra Phil Philip Philipp Philippe Phillip "
            + "Pierre Piotr Priya Rachel Rafael Rahul Raj Rajesh Ralf Ralph Ramesh Ramon Randy Raphael Ravi Raymond Rebecca Regina Reinhard "
            + "Renate René Ricardo Richard Rick Rita Robert Roberto Robin Rodrigo Roger Roland Rolf Roman Ron Ronald Rory Roy Ruben Rudolf "
            + "Russell Ruth Ryan Sabine Sabrina Sally Salman Samantha Samir Samuel Sandra Sandy Sanjay Sara Sarah Sascha Scott Sean Sebastian "
            + "Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila Shirley Silke Silvia Simon Simone Sofia Sonia Sonja Sophia "
            + "Sophie Stacy Stan Stefan Stefanie Steffen Stella Stephan Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Suresh Susan "
            + "Susanne Svea Svein Sven Sylvia Takashi Tamara Tanja Tanya Tara Ted Teresa Terry Theo Theresa Thiago Thomas Thorsten Tim Timo "
            + "Timothy Tina Tobias Todd Tom Tomas Tomasz Tony Tracy Tristan Troy Tyler Udo Ulf Ulrich Ursula Uta Uwe Valentin Valerie Vanessa "
            + "Vera Veronica Victor Victoria Vijay Viktor Vincent Virginia Vivek Vladimir Volker Walter Wanda Warren Wayne Wei Wendy Werner "
            + "Wesley Wilhelm Willem William Wolfgang Xavier Yan Yann Yasmin Yuki Yusuf Yvonne Zach Zachary Zoe"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Also with a letter of the last name behind it: "KateS", or with a last name.</summary>
    public static bool Has(string name) =>
        Common.Contains(name)
        || name is [.., >= 'a' and <= 'z', >= 'A' and <= 'Z'] && Common.Contains(name[..^1])
        || name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && Common.Contains(name[..end]);
}
